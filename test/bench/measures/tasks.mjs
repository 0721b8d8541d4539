import { TAGS } from '../pages.mjs';
import { summary } from '../statistics.mjs';
import { firstScript, longestTask, mainThread, traced } from '../trace.mjs';
import { allow, untilBanner, untilDone, withVisitor } from '../visit.mjs';

const SLOWED = 4;
/** What a page has that has very many vendors, and not a thousand too many. */
const FEWER = 300;

/** The longest task of the main thread on a slow processor, in milliseconds: while the page comes, and after the click. */
function longest(bench, variant, tags) {
  const { browser, site } = bench;
  return withVisitor(bench, variant, {}, async (page, devtools) => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const visit = await traced(browser, async () => {
      await page.goto(site.url(variant, tags));
      await untilBanner(devtools);
    });
    const thread = mainThread(visit, site.script(variant));
    const grant = await traced(browser, async () => {
      await allow(devtools);
      await untilDone(devtools);
    });
    return {
      visit: longestTask(visit, thread, firstScript(visit, thread)),
      grant: longestTask(grant, thread),
    };
  });
}

const sample = async (bench, variant) => ({
  many: await longest(bench, variant, TAGS),
  fewer: await longest(bench, variant, FEWER),
});

function rows(floor, ours) {
  const row = (what, of) => {
    const result = summary(ours.map(of));
    return {
      what,
      floor: summary(floor.map(of)),
      ours: result,
      unit: 'ms',
      result,
      resultUnit: 'ms',
      target: 50,
    };
  };
  return [
    row(`First visit: longest task, processor slowed ${SLOWED} times`, ({ many }) => many.visit),
    row(`From the click on grant: longest task, processor slowed ${SLOWED} times`, ({ many }) => many.grant),
    row(`First visit, ${FEWER} tags: the same`, ({ fewer }) => fewer.visit),
    row(`From the click on grant, ${FEWER} tags: the same`, ({ fewer }) => fewer.grant),
  ];
}

export const tasks = { sample, rows };
