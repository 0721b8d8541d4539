import { paired, summary } from '../statistics.mjs';
import { allow, ask, untilBanner, untilDone, withVisitor } from '../visit.mjs';

/** Milliseconds from the click on grant until the last tag has run. */
function sample(bench, variant) {
  return withVisitor(bench, variant, {}, async (page, devtools) => {
    await page.goto(bench.site.url(variant));
    await untilBanner(devtools);
    await allow(devtools);
    await untilDone(devtools);
    return ask(devtools, 'doneAt - clickedAt');
  });
}

function rows(floor, ours) {
  return [
    {
      what: 'From the click on grant until 3,000 tags have run',
      floor: summary(floor),
      ours: summary(ours),
      unit: 'ms',
      result: paired(ours, floor, (a, b) => a / b),
      resultUnit: '×',
      target: 1.2,
    },
  ];
}

export const grant = { sample, visits: 3, middle: (times) => summary(times).median, rows };
