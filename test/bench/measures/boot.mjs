import { leastScript } from '../least.mjs';
import { paired, summary } from '../statistics.mjs';
import { scriptTime, traced } from '../trace.mjs';
import { untilBanner, untilIdle, withVisitor } from '../visit.mjs';

/** Script time of the boot on a first visit, in milliseconds. */
async function sample(bench, variant) {
  const time = (tags, variant) =>
    withVisitor(bench, variant, {}, async (page, devtools) => {
      const events = await traced(bench.browser, async () => {
        await page.goto(bench.site.url(variant, tags));
        await (variant === 'least' ? untilIdle(devtools) : untilBanner(devtools));
      });
      return scriptTime(events, bench.site.script(variant));
    });
  // The floor has nothing that could depend on the tags.
  if (variant === 'floor') return { whole: await time(undefined, variant) };
  await bench.site.addScript('/least.js', () => leastScript(bench));
  return {
    whole: await time(undefined, variant),
    empty: await time(0, variant),
    marked: await time(undefined, 'marked'),
    least: await time(undefined, 'least'),
  };
}

function rows(floor, ours) {
  const of = (samples, key) => samples.map((each) => each[key]);
  const ratio = paired(of(ours, 'whole'), of(floor, 'whole'), (a, b) => a / b);
  const part = (what, key) => ({
    what,
    floor: summary(of(floor, 'whole')),
    ours: summary(of(ours, key)),
    unit: 'ms',
    result: paired(of(ours, key), of(floor, 'whole'), (a, b) => a / b),
    resultUnit: '×',
  });
  return [
    {
      what: "First visit: the boot's script time",
      floor: summary(of(floor, 'whole')),
      ours: summary(of(ours, 'whole')),
      unit: 'ms',
      result: ratio,
      resultUnit: '×',
      target: 2,
    },
    part('The same without the guard, so that it does what the floor does', 'marked'),
    part('What any guard takes: the same functions replaced by ones that only pass calls on', 'least'),
    {
      what: 'The same on a page without tags',
      ours: summary(of(ours, 'empty')),
      unit: 'ms',
    },
  ];
}

export const boot = { sample, rows };
