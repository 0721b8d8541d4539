/**
 * Colours a site may set as `--consentry-<name>`, given as name, light, dark. Which of the two holds is the
 * page's `color-scheme`; browsers without light-dark() stay light.
 */
export function colourRules(colours: string): string {
  const rule = (value: string) =>
    `:host{${colours.replace(/(\S+) (\S+) (\S+)/g, `--$1:var(--consentry-$1,${value});`)}}`;
  return `${rule('$2')}@supports(color:light-dark(#000,#fff)){${rule('light-dark($2,$3)')}}`;
}

/** What the banner and the dialog have in common. Lengths of text are in em of the visitor's own font size. */
export const baseCss =
  colourRules(
    'surface #fff #17191d text #1b1d21 #eceef1 muted #5a606b #a4abb6 line #dfe2e7 #31353c ' +
      'accent #1f2a44 #e6eaf3 on-accent #fff #14171c focus #2f6feb #8ab4ff',
  ) +
  // Whatever the page says about every element ends at the host: important rules of a shadow root win.
  ':host{all:initial!important;' +
  'color-scheme:var(--consentry-color-scheme,inherit)!important;--r:var(--consentry-radius,16px)}' +
  '*{box-sizing:border-box;margin:0}' +
  ':host>*{position:fixed;overflow:auto;color:var(--muted);background:var(--surface);' +
  'border:1px solid var(--line);border-radius:var(--r);box-shadow:0 8px 40px #0003;' +
  'font:.9375em/1.47 var(--consentry-font,system-ui,Meiryo,sans-serif);' +
  'overflow-wrap:anywhere;word-break:auto-phrase}' +
  'h2,strong{color:var(--text)}' +
  'h2{font-size:1.133em}' +
  'button{all:unset;box-sizing:border-box;text-align:center;cursor:pointer}' +
  // Deny and allow: one rule for both, so that neither can weigh more.
  'div{display:grid;grid:auto/1fr 1fr;gap:8px}' +
  'div>*{min-height:46px;padding:8px;font-weight:600;color:var(--on-accent);background:var(--accent);' +
  'border:1px solid var(--accent);border-radius:calc(var(--r)*.7)}' +
  'div>:last-child{grid-column:1/-1;color:var(--accent);background:0 0}' +
  'small{font-size:.867em;line-height:46px}' +
  'small>*{float:inline-end;color:inherit;text-decoration:underline;text-underline-offset:4px}' +
  'button:hover{opacity:.87}' +
  ':focus-visible{outline:3px solid var(--focus);outline-offset:2px}' +
  '@media print{*{display:none}}';
