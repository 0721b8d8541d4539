import { paired, summary } from '../statistics.mjs';
import { allow, ask, thrice, untilBanner, untilDone, withVisitor } from '../visit.mjs';

/** Milliseconds from the click on grant until the last tag has run: the middle one of three visits. */
async function sample(bench, variant) {
  const visit = () =>
    withVisitor(bench, variant, {}, async (page, devtools) => {
      await page.goto(bench.site.url(variant));
      await untilBanner(devtools);
      await allow(devtools);
      await untilDone(devtools);
      return ask(devtools, 'doneAt - clickedAt');
    });
  return summary(await thrice(visit)).median;
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

export const grant = { sample, rows };
