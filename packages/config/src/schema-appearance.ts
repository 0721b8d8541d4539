import { Type } from '@sinclair/typebox';
import { oneOf, strict } from './schema-parts.js';

/** A CSS colour, and nothing that could end a declaration. */
const Color = Type.String({
  pattern: '^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\([0-9a-z.,%/ -]+\\))$',
});
const COLORS = [
  'surface',
  'soft',
  'text',
  'muted',
  'line',
  'accent',
  'on-accent',
  'focus',
  'on',
  'off',
] as const;
const ColorPair = Type.Unsafe<string | [string, string]>({
  type: ['string', 'array'],
  pattern: Color.pattern,
  items: { type: 'string', pattern: Color.pattern },
  minItems: 2,
  maxItems: 2,
  description: 'A CSS colour for both modes, or those on light and on dark pages.',
});

/** How the widget looks: `appearance`. */
export const AppearanceSchema = Type.Object(
  {
    layout: Type.Optional(
      oneOf(
        ['box', 'bar', 'modal'],
        'box (default): a card in a corner. bar: as wide as the window. modal: the page waits for an answer.',
      ),
    ),
    position: Type.Optional(
      oneOf(
        ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'bottom', 'top'],
        'Corner of a box, or edge of a bar; "start" is where lines of text begin. Default "bottom-end".',
      ),
    ),
    theme: Type.Optional(
      oneOf(['ink', 'paper', 'harbour', 'moss', 'contrast'], 'Colours, corners and font. Default "ink".'),
    ),
    colors: Type.Optional(
      Type.Object(Object.fromEntries(COLORS.map((name) => [name, Type.Optional(ColorPair)])), {
        ...strict,
        description: "Instead of the theme's.",
      }),
    ),
    radius: Type.Optional(
      Type.String({ pattern: '^(0|\\d{1,2}(\\.\\d+)?(px|em|rem))$', description: 'Corners, e.g. "8px".' }),
    ),
    font: Type.Optional(
      Type.String({
        pattern: '^[^{}()<>;@\\\\\\n]{1,200}$',
        description: 'A font-family, e.g. "Inter, sans-serif".',
      }),
    ),
    acknowledge: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z-]{1,50}$' }), {
        uniqueItems: true,
        description:
          'Rules of "consentry check --ui" that this site breaks knowingly; they are reported as acknowledged.',
      }),
    ),
  },
  { ...strict, description: 'How the banner and the preferences look. docs/theming.md shows each.' },
);
