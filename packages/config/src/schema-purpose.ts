import { Type } from '@sinclair/typebox';
import { oneOf, Since, strict, Text } from './schema-parts.js';

/** One purpose. */
export const PurposeSchema = Type.Object(
  {
    label: Text('Short name, e.g. "Measuring visits".'),
    description: Type.Optional(Text('One plain sentence for the preferences.')),
    phrase: Type.Optional(
      Text(
        'What the banner would like to do, with {vendors} in it: "measure visits with {vendors}". In Japanese the 連用形.',
      ),
    ),
    channel: Type.Optional(
      oneOf(
        ['page', 'email'],
        'Where it happens. page (default): in the page, where its vendors are withheld. email: in mails, which connectors carry it to; nothing in the page belongs to it.',
      ),
    ),
    exempt: Type.Optional(Type.Boolean({ description: 'Strictly necessary: always allowed, never asked.' })),
    signals: Type.Optional(
      Type.Array(oneOf(['gpc'], 'A browser signal.'), {
        description: 'Browser signals that count as a denial of this purpose.',
      }),
    ),
    since: Since,
  },
  { ...strict, description: 'Why data is used; the unit a visitor decides on.' },
);
