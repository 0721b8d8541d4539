// A made-up past of a site: visitors of some countries, three versions of a notice, two layouts, weekends. The same every time.
export const TODAY = '2026-11-22';
export const DAYS = 540;

const layout = (number, appearance) => ({
  hash: `sha256-${String(number).repeat(43)}`,
  text: JSON.stringify({ face: 'banner', content: {}, appearance }),
});
export const LAYOUTS = [layout(1, { layout: 'box' }), layout(2, { layout: 'bar', position: 'bottom' })];

const COUNTRIES = [
  ...[
    ['JP', 0.72],
    ['US', 0.1],
    ['TW', 0.07],
    ['DE', 0.04],
    ['FR', 0.03],
    ['KR', 0.025],
    ['GB', 0.013],
    ['IS', 0.002],
  ],
];
/** First day of each version, before today. */
const VERSIONS = [
  [1, DAYS],
  [2, 260],
  [3, 21],
];
const PURPOSES = { analytics: 0.62, personalisation: 0.51, marketing: 0.34 };

/** Records one after another by `next`, with what `store.add` takes; then the banners that were shown. */
export function createPast(records) {
  const random = createRandom(20261122);
  const shown = new Map();
  let number = 0;
  return {
    next() {
      if (number >= records) return undefined;
      const made = makeRecord(number, number / records, random);
      number++;
      for (let i = made.isAnswer ? 1 + (random() < 0.42 ? 1 : 0) : 0; i > 0; i--) {
        const name = JSON.stringify([made.day, made.shownKey]);
        shown.set(name, (shown.get(name) ?? 0) + 1);
      }
      return made.record;
    },
    shown: () =>
      [...shown].map(([name, count]) => {
        const [day, key] = JSON.parse(name);
        return { day, key, count };
      }),
  };
}

function makeRecord(number, share, random) {
  // More visitors each year, fewer at weekends.
  let age = Math.floor((1 - Math.sqrt(share)) * DAYS);
  const weekday = new Date(Date.parse(TODAY) - age * 86_400_000).getUTCDay();
  if ((weekday === 0 || weekday === 6) && random() < 0.35) age = Math.min(DAYS - 1, age + 2);
  const day = new Date(Date.parse(TODAY) - age * 86_400_000).toISOString().slice(0, 10);
  const [version] = VERSIONS.findLast(([, since]) => age < since) ?? VERSIONS[0];
  const country = pick(COUNTRIES, random());
  const language = country === 'JP' ? (random() < 0.95 ? 'ja' : 'en') : country === 'TW' ? 'zh-TW' : 'en';
  const { hash } = LAYOUTS[random() < 0.5 ? 0 : 1];
  const lift =
    (version - 1) * 0.02 + (language === 'ja' ? 0.03 : -0.03) + (hash === LAYOUTS[1].hash ? 0.015 : 0);
  const isWithdrawal = random() < 0.012;
  const choices = isWithdrawal
    ? { marketing: 'withdraw' }
    : Object.fromEntries(
        Object.entries(PURPOSES).map(([id, rate]) => [id, random() < rate + lift ? 'grant' : 'deny']),
      );
  const statuses = Object.fromEntries(Object.keys(choices).map((id) => [id, 'granted']));
  const tail = number.toString(16).padStart(12, '0');
  const ms = (Date.parse(day) + (number % 86_000_000)).toString(16).padStart(12, '0');
  const id = `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${tail}`;
  const subject = `past-subject-${number.toString(36).padStart(9, '0')}`;
  const receivedAt = new Date(Date.parse(day) + (number % 80_000) * 1000).toISOString();
  const text = JSON.stringify({
    ...{ schema: 'consentry-record-1', id, subject, site: 'omakase', notice: { version, language, hash } },
    ...{ regime: 'opt-in', via: isWithdrawal ? 'preferences' : 'banner', signals: { gpc: false } },
    ...{ choices, statuses, givenAt: receivedAt, sdk: '0.1.0' },
  });
  return {
    ...{ day, isAnswer: !isWithdrawal },
    shownKey: JSON.stringify(['omakase', version, language, hash, country, '', 'shown']),
    record: { id, subject, receivedAt, text, country },
  };
}

function pick(weighted, at) {
  let sum = 0;
  for (const [value, weight] of weighted) {
    sum += weight;
    if (at < sum) return value;
  }
  return '';
}

/** The same numbers every time (Numerical Recipes' generator). */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
