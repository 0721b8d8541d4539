// What the browser's own trace says of a page's main thread.

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'disabled-by-default-v8.compile',
];

/** Everything that was traced while `run` was at work. */
export function traced(browser, run) {
  return browser.trace(CATEGORIES, run);
}

/** Process and thread in which the script of this address ran: the page's main thread. */
export function mainThread(events, script) {
  const event = events.find((each) => each.name === 'EvaluateScript' && each.args.data?.url === script);
  if (!event) throw new Error(`${script} did not run.`);
  return { pid: event.pid, tid: event.tid };
}

/**
 * Milliseconds by the thread's own clock, which stands still while the machine is at work for somebody else. What
 * the slowed processor adds is on it.
 */
const duration = ({ tdur, dur = 0 }) => (tdur ?? dur) / 1000;

/** Milliseconds that compiling and evaluating this script took on the main thread; other scripts are left out. */
export function scriptTime(events, script) {
  const own = events.filter((each) => each.args.data?.url === script);
  const evaluated = own.filter(({ name }) => name === 'EvaluateScript');
  // Compiling is a part of evaluating, unless it was done before.
  const compiled = own.filter(
    ({ name, ts }) =>
      name === 'v8.compile' && !evaluated.some((each) => ts >= each.ts && ts < each.ts + (each.dur ?? 0)),
  );
  return [...evaluated, ...compiled].reduce((sum, each) => sum + duration(each), 0);
}

/** When the first script of a thread's page began: before that, the browser is still making the page. */
export function firstScript(events, { pid, tid }) {
  const scripts = events.filter(
    (each) => each.name === 'EvaluateScript' && each.pid === pid && each.tid === tid,
  );
  return Math.min(...scripts.map(({ ts }) => ts));
}

/** Milliseconds of the longest task of a thread, of those that ended after `since`. */
export function longestTask(events, { pid, tid }, since = 0) {
  const tasks = events.filter(
    ({ name, ts, dur = 0, ...of }) =>
      name === 'RunTask' && of.pid === pid && of.tid === tid && ts + dur > since,
  );
  return Math.max(0, ...tasks.map(duration));
}
