import { describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.js';
import { formatProblem } from './problem.js';

const said = (appearance: unknown) =>
  (
    checkConfig(
      { site: 'shop', languages: ['en'], purposes: { a: { label: 'A' } }, vendors: {}, appearance },
      {},
    ).problems ?? []
  ).map(formatProblem);

describe('appearance', () => {
  it.each([
    {},
    { layout: 'bar', position: 'top', theme: 'contrast' },
    { layout: 'box', position: 'bottom-start', radius: '0', font: 'Inter, "Noto Sans JP", sans-serif' },
    { layout: 'modal', radius: '1.5rem' },
    { colors: { accent: '#7a1f2b', surface: ['#fff', '#000000'], focus: 'rebeccapurple' } },
    { colors: { text: 'rgb(0 0 0 / 80%)', muted: 'oklch(0.6 0.1 200)', on: 'hsla(120, 50%, 30%, 1)' } },
  ])('takes what a style sheet can take: %j', (appearance) => {
    expect(said(appearance)).toEqual([]);
  });

  it.each([
    'red;background:url(//evil.example)',
    'red}:host{display:none',
    'url(//evil.example/a.png)',
    'var(--x)',
    '#fff;',
    '#ggg',
    'rgb(0 0 0);color:red',
    'rgb(0,0,0)) } * {',
    'red/*',
    '"red"',
    '',
  ])('refuses a colour that is none, or more than one: %s', (color) => {
    expect(said({ colors: { accent: color } })).toEqual([
      expect.stringContaining(`appearance.colors.accent: is ${JSON.stringify(color)}; expected`),
    ]);
    expect(said({ colors: { accent: ['#fff', color] } })).toEqual([
      expect.stringContaining('appearance.colors.accent.1: is '),
    ]);
  });

  it('refuses one colour of two, and three', () => {
    expect(said({ colors: { accent: ['#fff'] } })[0]).toContain('must NOT have fewer than 2 items');
    expect(said({ colors: { accent: ['#fff', '#fff', '#fff'] } })[0]).toContain('more than 2 items');
  });

  it.each([
    'Inter} * {display:none',
    'Inter{',
    'Inter; color: red',
    'url(//evil.example/f)',
    '@import',
    'In\\74 er',
    '</style>',
    'Inter\n',
    '',
  ])('refuses a font that says more than which font: %j', (font) => {
    expect(said({ font })).toEqual([expect.stringMatching(/^appearance\.font: is .* expected /)]);
  });

  it.each(['8', '8px;', '-8px', '100px', 'calc(1px)', '50%'])('refuses corners of %s', (radius) => {
    expect(said({ radius })).toEqual([expect.stringContaining('appearance.radius: is ')]);
  });

  it('names the nearest right spelling of what is misspelt', () => {
    expect(said({ theme: 'harbor' })).toEqual([
      'appearance.theme: is "harbor"; expected one of "ink", "paper", "harbour", "moss", "contrast". Did you mean "harbour"?',
    ]);
    expect(said({ layout: 'modl' })[0]).toMatch(/Did you mean "modal"\?$/);
    expect(said({ position: 'botom-end' })[0]).toMatch(/Did you mean "bottom-end"\?$/);
    expect(said({ colors: { acent: '#fff' } })[0]).toMatch(/Did you mean "accent"\?$/);
    expect(said({ colour: {} })[0]).toMatch(/Did you mean "colors"\?$/);
  });
});
