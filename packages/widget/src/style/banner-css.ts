import type { Appearance } from './appearance.js';

/** A card in a corner where there is room for one. */
const BOX = (side: string | undefined) =>
  '@media(min-width:600px)and (min-height:640px){' +
  `:host>*{inset-inline:${side === 'start' ? '0 auto' : 'auto 0'};width:460px;margin:24px;border-radius:var(--r)}}`;

/** Text and buttons beside each other where there is room for both. */
const BAR =
  '@media(min-width:1000px){:host>*{display:grid;grid:auto auto auto/1fr minmax(480px,auto);column-gap:40px;' +
  'align-items:center;padding-inline:max(24px,50% - 620px)}' +
  'p{margin:4px 0 0}div{grid-area:1/2/3;grid-template-columns:1fr 1fr 1fr}div>:last-child{grid-column:auto}' +
  'small{grid-column:1/-1;line-height:40px}}';

/** In the middle, before everything else. */
const MODAL =
  ':host>*{max-width:none;margin-block:auto 0;margin-inline:auto}' +
  'h2{outline:0}::backdrop{background:#0f1115a6}' +
  '@media(min-width:600px){:host>*{width:520px;max-height:calc(100% - 48px);margin:auto;padding:24px;border-radius:var(--r)}}';

/** The banner's own rules: a sheet at an edge of the window, and what it is where there is room. */
export function bannerRules({ layout = 'box', position = 'bottom-end' }: Appearance): string {
  const [edge, side] = position.split('-');
  const isTop = edge === 'top' && layout !== 'modal';
  const safe = 'env(safe-area-inset-bottom)';
  return (
    `:host>*{${isTop ? 'top' : 'bottom'}:0;inset-inline:0;z-index:2147483647;width:100%;max-height:45vh;` +
    (isTop
      ? 'padding:calc(16px + env(safe-area-inset-top)) 16px 0;border-radius:0 0 var(--r) var(--r)}'
      : `padding:16px 16px ${safe};border-radius:var(--r) var(--r) 0 0}`) +
    'p{margin:4px 0 16px}' +
    { bar: BAR, modal: MODAL, box: BOX(side) }[layout]
  );
}
