import type { Theme, ThemeColor } from './themes.js';

/**
 * The theme's colours, which a page may set as `--consentry-<name>`. Which of the two holds is the page's
 * `color-scheme`; browsers without light-dark() stay light.
 */
function colorRules({ colors }: Theme, names: readonly ThemeColor[]): string {
  const rule = (value: (name: ThemeColor) => string) =>
    `:host{${names.map((name) => `--${name}:var(--consentry-${name},${value(name)});`).join('')}}`;
  const bothModes = rule((name) => `light-dark(${colors[name].join(',')})`);
  return `${rule((name) => colors[name][0])}@supports(color:light-dark(#000,#fff)){${bothModes}}`;
}

/** What every face begins with: nothing of the page's, the colours it needs, and one surface. */
export function surfaceCss(theme: Theme, ...more: readonly ThemeColor[]): string {
  return (
    colorRules(theme, ['surface', 'text', 'muted', 'line', 'accent', 'on-accent', 'focus', ...more]) +
    // Whatever the page says about every element ends at the host: important rules of a shadow root win.
    ':host{all:initial!important;' +
    `color-scheme:var(--consentry-color-scheme,inherit)!important;--r:var(--consentry-radius,${theme.radius})}` +
    '*{box-sizing:border-box;margin:0}' +
    ':host>*{color:var(--muted);background:var(--surface);' +
    'border:1px solid var(--line);border-radius:var(--r);' +
    `font:.9375em/1.47 var(--consentry-font,${theme.font});` +
    'overflow-wrap:anywhere;word-break:auto-phrase}' +
    'h2,strong{color:var(--text)}' +
    'button{all:unset;box-sizing:border-box;text-align:center;cursor:pointer}' +
    'button:hover{opacity:.87}' +
    ':focus-visible{outline:3px solid var(--focus);outline-offset:2px}' +
    '@media print{*{display:none}}'
  );
}

/** What the banner and the preferences have in common. Lengths of text are in em of the visitor's own font size. */
export const askingCss =
  ':host>*{position:fixed;overflow:auto;box-shadow:0 8px 40px #0003}' +
  'h2{font-size:1.133em}' +
  // "Acme Inc." keeps its full stop behind it in the middle of Arabic.
  'strong{unicode-bidi:isolate}' +
  // Deny and allow: one rule for both, so that neither can weigh more.
  'div{display:grid;grid:auto/1fr 1fr;gap:8px}' +
  'div>*{min-height:46px;padding:8px;font-weight:600;color:var(--on-accent);background:var(--accent);' +
  'border:1px solid var(--accent);border-radius:calc(var(--r)*.7)}' +
  'div>:last-child{grid-column:1/-1;color:var(--accent);background:0 0}' +
  'small{font-size:.867em;line-height:46px}' +
  'small>*{float:inline-end;color:inherit;text-decoration:underline;text-underline-offset:4px}' +
  // Seen from across a room.
  '@media(min-width:2400px){:host>*{font-size:1.25em}}';
