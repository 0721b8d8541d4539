// Writes the tables of docs/what-the-gate-stops.md from what the leak suite measured last.
//   --check  writes nothing and fails when the page is out of step
import fs from 'node:fs';

const RESULTS = new URL('../../node_modules/.cache/consentry/leaks.json', import.meta.url);
const PAGE = new URL('../../docs/what-the-gate-stops.md', import.meta.url);

/** The classes of leak, as the page names them. */
const CLASSES = {
  marked: 'Marked elements',
  'unmarked-static': 'Unmarked, in the HTML',
  'unmarked-dynamic': 'Unmarked, made by scripts',
  sending: 'Requests and navigations by scripts',
  realm: 'Fresh realms',
  storage: 'Storage',
  url: 'Unusual addresses',
  neutral: 'Nobody’s, untouched',
};
const LAYERS = { page: 'page', strict: 'strict', header: 'response header' };
const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

/** The page's two tables and two lists, as Markdown by the name of their markers. */
function sections({ results, known }) {
  const columns = Object.keys(LAYERS).flatMap((layer) =>
    Object.keys(BROWSERS)
      .filter((engine) => results.some((result) => result.engine === engine && result.layers[layer]))
      .map((engine) => ({ layer, engine })),
  );
  const head = [
    'Class of leak',
    ...columns.map(({ layer, engine }) => `${LAYERS[layer]}, ${BROWSERS[engine]}`),
  ];
  const counted = (only, ok) =>
    columns.map(({ layer, engine }) => {
      const outcomes = results
        .filter((result) => result.engine === engine && only(result))
        .flatMap((result) => result.layers[layer] ?? []);
      return outcomes.length === 0 ? '–' : `${outcomes.filter(ok).length}/${outcomes.length}`;
    });
  const vendors = ({ category }) => category !== 'neutral';
  const classes = Object.entries(CLASSES).map(([category, name]) => [
    name,
    ...counted(
      (result) => result.category === category,
      ({ passed }) => passed,
    ),
  ]);
  const measures = [
    ['Nothing is requested or stored before a decision', vendors, ({ requested }) => !requested],
    [
      'None of its code runs before a decision',
      ({ code, category }) => code && category !== 'neutral',
      ({ ran }) => !ran,
    ],
    ['It works once after a grant', vendors, ({ faults }) => !faults.once],
    ['Nothing after a withdrawal', vendors, ({ faults }) => !faults.silent],
    ['The same for a host of nobody arrives as without us', () => true, ({ faults }) => !faults.neutral],
  ].map(([name, only, ok]) => [name, ...counted(only, ok)]);
  const all = [
    '**All**',
    ...counted(
      () => true,
      ({ passed }) => passed,
    ),
  ];
  return {
    classes: table([head, ...classes, all]),
    measures: table([['What is measured', ...head.slice(1)], ...measures]),
    unstopped: explained(known, false),
    left: explained(known, true),
  };
}

const table = ([head, ...rows]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The cases that are known not to pass, under the sentence that says why: those out of reach, or those left out. */
function explained(known, leftOut) {
  const byReason = new Map();
  for (const [id, leaks] of Object.entries(known)) {
    for (const { layers, engines, checks, race, left = false, why } of leaks) {
      if (left !== leftOut) continue;
      const where = [
        layers.map((layer) => LAYERS[layer]).join(', '),
        engines.map((engine) => BROWSERS[engine]).join(', '),
        ...(checks.includes('withheld') ? [] : ['withheld all the same']),
        ...(race ? ['not every time'] : []),
      ].join('; ');
      const cases = byReason.get(why) ?? new Map();
      cases.set(where, [...(cases.get(where) ?? []), `\`${id}\``]);
      byReason.set(why, cases);
    }
  }
  return [...byReason]
    .map(([why, cases]) =>
      [`- ${why}`, ...[...cases].map(([where, ids]) => `  - ${where}: ${ids.join(', ')}`)].join('\n'),
    )
    .join('\n');
}

const written = fs.readFileSync(PAGE, 'utf8');
let page = written;
for (const [name, text] of Object.entries(sections(JSON.parse(fs.readFileSync(RESULTS, 'utf8'))))) {
  page = page.replace(
    new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
    (_, open, close) => `${open}${text}${text && '\n'}${close}`,
  );
}
if (!process.argv.includes('--check')) fs.writeFileSync(PAGE, page);
else if (page !== written) {
  console.error(
    'docs/what-the-gate-stops.md is out of step with the last run; npm run leaks:table writes it.',
  );
  process.exit(1);
}
