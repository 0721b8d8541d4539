import { summary } from '../statistics.mjs';
import { ask, untilDone, withVisitor } from '../visit.mjs';

/** When each external tag was asked for, in document order. */
const REQUESTS = `performance.getEntriesByType('resource')
  .map(({ name, requestStart }) => [Number(/\\/tag\\/(\\d+)/.exec(name)?.[1]), requestStart])
  .filter(([tag]) => tag >= 0)
  .sort(([a], [b]) => a - b)
  .map(([, time]) => time)`;

/** Milliseconds from the start of the navigation to the request of each external tag, for a visitor who said yes before. */
function sample(bench, variant) {
  return withVisitor(bench, variant, { returning: true }, async (page, devtools) => {
    // A visitor who comes back has the script in the cache.
    await page.goto(bench.site.url(variant, 0));
    await page.goto(bench.site.url(variant));
    await untilDone(devtools);
    return ask(devtools, REQUESTS);
  });
}

/** Of several visits the middle one, tag by tag. */
function middle(visits) {
  return visits[0].map((_, tag) => summary(visits.map((times) => times[tag])).median);
}

function rows(floor, ours) {
  const median = (times) => summary(times).median;
  const tags = floor[0].map((_, tag) => tag);
  // Of the medians: the largest of a hundred medians of differences would be made of what the machine did meanwhile.
  const at = (runs, tag) => median(runs.map((run) => run[tag]));
  const later = (tag) => at(ours, tag) - at(floor, tag);
  return [
    {
      what: 'Returning visitor: request of the middle tag',
      floor: summary(floor.map(median)),
      ours: summary(ours.map(median)),
      unit: 'ms',
      result: summary(ours.map((run, i) => median(run.map((time, tag) => time - floor[i][tag])))),
      resultUnit: 'ms later',
      target: 30,
    },
    {
      what: 'Returning visitor: request of the last tag, and the one furthest behind',
      floor: summary(floor.map((run) => Math.max(...run))),
      ours: summary(ours.map((run) => Math.max(...run))),
      unit: 'ms',
      // Of the tag that is furthest behind, whichever it is.
      result: { median: Math.max(...tags.map(later)) },
      resultUnit: 'ms later',
      target: 30,
    },
  ];
}

export const returning = { sample, visits: 3, middle, rows };
