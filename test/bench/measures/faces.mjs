import { summary } from '../statistics.mjs';
import { ask, withVisitor } from '../visit.mjs';

const SLOWED = 4;
/** A page like most. */
const TAGS = 30;

/** Notes, in the page, when the banner can be used, and whatever the browser says of paints, shifts and events. */
const WITNESS = `
  window.seen = { shift: 0, longest: 0 };
  const see = (type, take, more) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  see('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') seen.paint = startTime; });
  see('layout-shift', ({ value }) => { seen.shift += value; });
  see('largest-contentful-paint', ({ element }) => { seen.largest = element?.localName ?? ''; });
  see('event', ({ duration }) => { seen.longest = Math.max(seen.longest, duration); }, { durationThreshold: 16 });
  (function look() {
    const button = document.querySelector('consentry-banner')?.shadowRoot?.querySelector('button');
    if (button?.getBoundingClientRect().width) seen.banner ??= performance.now();
    else requestAnimationFrame(look);
  })();
`;

/** What was seen of a first visit; with \`slow\`, on a slow processor, where the visitor opens, closes and denies. */
function visit(bench, variant, slow) {
  const { driven, site } = bench;
  return withVisitor({ browser: driven, site }, variant, {}, async (page, devtools) => {
    await devtools.send('Page.enable');
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: WITNESS });
    if (slow) await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await page.goto(bench.site.url(variant, TAGS));
    await ask(devtools, idle);
    if (slow) {
      await click(devtools, 'consentry-banner', 'choose');
      await click(devtools, 'consentry-preferences[open]', undefined, '.close');
      await click(devtools, 'consentry-banner', 'deny');
    }
    return ask(devtools, 'seen');
  });
}

// Not an idle callback: a slowed page with a dialog in it may not be idle for very long.
const idle = 'new Promise((resolve) => setTimeout(resolve, 2000))';

/** Presses a button of ours as a visitor does, and lets the page come to rest. */
async function click(devtools, face, name, selector = `button[name=${name}]`) {
  const place = `(() => {
    const { x, y, width, height } = document.querySelector('${face}').shadowRoot.querySelector('${selector}').getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`;
  const mouse = { ...(await ask(devtools, place)), button: 'left', clickCount: 1 };
  await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
  await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
  await ask(devtools, idle);
}

/** The floor's place is taken by a page without any manager. */
const sample = async (bench, variant) =>
  variant === 'floor'
    ? { plain: await visit(bench, 'plain') }
    : {
        loaded: await visit(bench, 'consentry'),
        inline: await visit(bench, 'inline'),
        slow: await visit(bench, 'consentry', true),
      };

function rows(floor, ours) {
  const plain = summary(floor.map(({ plain }) => plain.paint));
  const row = (what, of, target, unit = 'ms') => {
    const result = summary(ours.map(of));
    return {
      what,
      ours: result,
      unit,
      ...(target === undefined ? {} : { result, resultUnit: unit, target }),
    };
  };
  return [
    { ...row('First contentful paint (floor: no manager)', ({ loaded }) => loaded.paint), floor: plain },
    row('From navigation to a banner that can be used', ({ loaded }) => loaded.banner),
    row('First contentful paint, the banner in the HTML', ({ inline }) => inline.paint),
    row('From navigation to that banner', ({ inline }) => inline.banner),
    row('Layout shift by the banner, opening, closing and deciding', ({ slow }) => slow.shift, 0, 'shift'),
    row(
      `Longest interaction of open, close, deny, processor slowed ${SLOWED} times`,
      ({ slow }) => slow.longest,
      50,
    ),
  ];
}

export const faces = { sample, rows };
