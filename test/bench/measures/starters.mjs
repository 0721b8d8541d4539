import { STARTERS } from '../../support/starters.mjs';
import { startStartersSite } from '../../support/starters-site.mjs';
import { paired, summary } from '../statistics.mjs';
import { ask } from '../visit.mjs';

const WAYS = { floor: 'plain', consentry: 'page' };
const FRAMEWORKS = Object.keys(STARTERS).filter((name) => STARTERS[name]);

let starting;

/** Milliseconds from the start of the navigation until a starter's counter is there, by framework. */
async function sample({ driven }, variant) {
  starting ??= startStartersSite();
  const site = await starting;
  const times = {};
  for (const name of FRAMEWORKS) {
    const { page, devtools, close } = await driven.openVisitor();
    await page.goto(site.url(WAYS[variant], name));
    times[name] = await ask(devtools, 'mounted');
    await close();
  }
  return times;
}

function rows(floor, ours) {
  return FRAMEWORKS.map((name) => {
    const of = (samples) => samples.map((each) => each[name]);
    return {
      what: `Starter page of ${name}, nothing decided: its counter is there`,
      floor: summary(of(floor)),
      ours: summary(of(ours)),
      unit: 'ms',
      result: paired(of(ours), of(floor), (a, b) => a - b),
      resultUnit: 'ms later',
    };
  }).concat(outliers(floor, ours));
}

/**
 * Visits that took far longer than their kind: beyond the upper quartile by more than three times the distance between
 * the quartiles.
 */
function outliers(floor, ours) {
  const count = (samples) =>
    FRAMEWORKS.flatMap((name) => {
      const times = samples.map((each) => each[name]);
      const { q1, q3 } = summary(times);
      return times.filter((time) => time > q3 + 3 * (q3 - q1));
    }).length;
  return {
    what: `Starter pages: outliers among ${ours.length * FRAMEWORKS.length} visits`,
    floor: { median: count(floor) },
    ours: { median: count(ours) },
    unit: 'visits',
  };
}

/** Lets go of the site. */
const close = async () => (await starting)?.close();

export const starters = { sample, rows, close };
