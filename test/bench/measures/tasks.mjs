import { summary } from '../statistics.mjs';
import { firstScript, longestTask, mainThread, traced } from '../trace.mjs';
import { allow, untilBanner, untilDone, withVisitor } from '../visit.mjs';

const SLOWED = 4;

/** The longest task of the main thread on a slow processor, in milliseconds: while the page comes, and after the click. */
function sample(bench, variant) {
  const { browser, site } = bench;
  return withVisitor(bench, variant, {}, async (page, devtools) => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const visit = await traced(browser, page, async () => {
      await page.goto(site.url(variant));
      await untilBanner(devtools);
    });
    const thread = mainThread(visit, site.script(variant));
    const grant = await traced(browser, page, async () => {
      await allow(devtools);
      await untilDone(devtools);
    });
    return {
      visit: longestTask(visit, thread, firstScript(visit, thread)),
      grant: longestTask(grant, thread),
    };
  });
}

function rows(floor, ours) {
  const row = (what, key) => {
    const result = summary(ours.map((each) => each[key]));
    return {
      what,
      floor: summary(floor.map((each) => each[key])),
      ours: result,
      unit: 'ms',
      result,
      resultUnit: 'ms',
      target: 50,
    };
  };
  return [
    row(`First visit: longest task, processor slowed ${SLOWED} times`, 'visit'),
    row(`From the click on grant: longest task, processor slowed ${SLOWED} times`, 'grant'),
  ];
}

export const tasks = { sample, rows };
