import { CASES } from './cases/index.js';
import { type Laboratory, test } from './fixtures.js';
import { type CaseResult, judge } from './judge.js';
import type { FiledCase } from './leak-case.js';
import { Measurement } from './measure.js';

// Each test only measures; the reporter judges, against known-leaks.ts. A test that failed would cost its
// worker, and with it a browser. Cases mostly wait, so a test carries out several side by side.
const AT_ONCE = 6;
const asked = new RegExp(process.env.LEAK_CASES ?? '');
// Set for a run of a part (part.config.ts): only one in so many of each category, a third of them under every layer.
const every = Number(process.env.LEAK_EVERY ?? 1);
const seen = { category: '', cases: 0 };
const cases = CASES.filter(({ category, id }) => {
  if (seen.category !== category) Object.assign(seen, { category, cases: 0 });
  return seen.cases++ % every === 0 && asked.test(`${category}:${id}`);
});

for (let first = 0; first < cases.length; first += AT_ONCE) {
  const batch = cases.slice(first, first + AT_ONCE);
  test(batch.map(({ id }) => id).join(', '), async ({ laboratory }, testInfo) => {
    const engine = testInfo.project.name as CaseResult['engine'];
    const results = await Promise.all(
      batch.map(async (leakCase) => {
        const result = await measured(leakCase, engine, laboratory);
        // A browser that stumbles on a busy machine gets a second try.
        return result.broken ? measured(leakCase, engine, laboratory) : result;
      }),
    );
    await testInfo.attach('results', { body: JSON.stringify(results), contentType: 'application/json' });
  });
}

async function measured(
  leakCase: FiledCase,
  engine: CaseResult['engine'],
  { thirdParty, layers: wanted, withVisitor }: Laboratory,
): Promise<CaseResult> {
  const { id, title, category, leak } = leakCase;
  const result: CaseResult = { id, title, category, engine, code: leak === 'run', layers: {} };
  const layers = every > 1 && cases.indexOf(leakCase) % 3 > 0 ? wanted.slice(0, 1) : wanted;
  const measurement = new Measurement(leakCase, thirdParty, withVisitor);
  try {
    const idle = leakCase.idle?.[engine];
    if (idle !== undefined) return { ...result, notApplicable: idle };
    if (!(await measurement.applies()))
      return { ...result, notApplicable: 'The browser does not have the feature.' };
    const control = await measurement.control();
    const [blocked] = await Promise.all([
      measurement.blocked(control),
      ...layers.map(async (layer) => {
        const measures = await measurement.under(layer, control);
        result.layers[layer] = judge.layer(leakCase, control, measures);
      }),
    ]);
    const invalid = judge.controls(leakCase, control.seen, blocked);
    return invalid ? { ...result, layers: {}, invalid } : result;
  } catch (error) {
    return { ...result, broken: String(error) };
  }
}
