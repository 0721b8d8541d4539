import type { Theme, ThemeColor } from './themes.js';

/**
 * What stands in the page itself. A `section` in place of withheld content is as large as that: in a frame's document,
 * which is ours alone, or in a place of the page. A `span` holds the button that opens the preferences again. Browsers
 * that are followed for such places but lack light-dark() show the words in the page's own colours.
 */
export function embedRules({ colors, radius, font }: Theme): string {
  const color = (name: ThemeColor) => `var(--consentry-${name},light-dark(${colors[name].join(',')}))`;
  return (
    ':host{all:initial!important;color-scheme:var(--consentry-color-scheme,inherit)!important}' +
    `section,button{box-sizing:border-box;color:${color('text')};background:${color('surface')};` +
    `font:15px/1.5 var(--consentry-font,${font})}` +
    'section{position:absolute;inset:0;padding:16px;overflow:auto;display:grid;place-content:safe center;' +
    'gap:12px;text-align:center;word-break:auto-phrase}' +
    // Above a poster, on a ground of their own.
    'section>*{position:relative}strong,p{max-width:60ch;margin:0;padding:2px 8px;background:inherit}' +
    'img{position:absolute;width:100%;height:100%;object-fit:cover}' +
    'div{display:flex;flex-wrap:wrap;justify-content:center;gap:8px}' +
    `button{min-height:46px;padding:8px 16px;border:0;border-radius:calc(var(--consentry-radius,${radius})*.7);` +
    'cursor:pointer;text-decoration:underline}' +
    `div>*{flex:1 0 auto;font-weight:600;text-decoration:none;color:${color('on-accent')};background:${color('accent')}}` +
    `:focus-visible{outline:3px solid ${color('focus')};outline-offset:2px}` +
    ':host([place]){display:block!important;position:relative!important;min-height:200px!important}' +
    ':host([floating]){position:fixed!important;z-index:9999999!important;' +
    'inset:var(--consentry-button-inset,auto auto 16px 16px)!important}'
  );
}
