import { composeSchema } from '@consentry/config';
import { type Appearance, bannerStyle, embedStyle, preferencesStyle, THEMES } from '@consentry/widget/style';
import { describe, expect, it } from 'vitest';

// The widget never imports the config's schema, nor that the widget: what both must know is held together here.
interface Words {
  readonly enum: readonly string[];
}
const { layout, position, theme, colors } = (
  (composeSchema({}) as { properties: Record<string, object> }).properties.appearance as unknown as {
    properties: Record<'layout' | 'position' | 'theme', Words> & { colors: { properties: object } };
  }
).properties;

describe('appearance in the config', () => {
  it('names the themes of the widget, all of them and no other', () => {
    expect([...theme.enum].sort()).toEqual(Object.keys(THEMES).sort());
  });

  it('names every colour of every theme', () => {
    for (const { colors: own } of Object.values(THEMES))
      expect(Object.keys(own).sort()).toEqual(Object.keys(colors.properties).sort());
  });

  it('has no layout, place or theme that makes no difference to the banner', () => {
    const css = (appearance: object) => {
      const { css, pageCss } = bannerStyle(appearance as Appearance);
      return css + pageCss;
    };
    const looks = [
      ...layout.enum.map((name) => css({ layout: name })),
      ...theme.enum.slice(1).map((name) => css({ theme: name })),
    ];
    expect(new Set(looks).size).toBe(looks.length);
    for (const corner of position.enum.slice(1)) {
      // An edge names no corner: for a box it is that of its default side.
      const box = corner === 'bottom' ? { layout: 'bar', position: 'top' } : { position: 'bottom-end' };
      expect(css({ ...box, position: corner }), corner).not.toBe(css(box));
    }
  });

  it.each(Object.keys(colors.properties))('colours something that visitors see: %s', (name) => {
    const changed: Appearance = { colors: { [name]: '#123456' } };
    const all = (appearance: Appearance) =>
      bannerStyle(appearance).css + preferencesStyle(appearance).css + embedStyle(appearance);
    expect(all({})).not.toContain('#123456');
    const css = all(changed);
    expect(css).toContain(`var(--consentry-${name},light-dark(#123456,#123456))`);
    // Defined in the preferences, and used there.
    expect(css).toContain(`var(--${name})`);
  });
});
