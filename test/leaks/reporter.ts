import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { CASES } from './cases/index.js';
import type { CaseResult } from './judge.js';
import { KNOWN_LEAKS } from './known-leaks.js';
import { againstKnown, summary } from './summary.js';

const cached = (name: string) =>
  fileURLToPath(new URL(`../../node_modules/.cache/consentry/${name}`, import.meta.url));
const FILE = cached('leaks.json');

/** Adds what earlier runs measured in other browsers, other cases or under other layers. */
function withEarlier(results: readonly CaseResult[]): CaseResult[] {
  const all = new Map<string, CaseResult>();
  const keyOf = ({ engine, id }: CaseResult) => `${engine} ${id}`;
  if (existsSync(FILE)) {
    const earlier = JSON.parse(readFileSync(FILE, 'utf8')) as { results: CaseResult[] };
    const ids = new Set(CASES.map(({ id }) => id));
    for (const result of earlier.results) if (ids.has(result.id)) all.set(keyOf(result), result);
  }
  for (const result of results) {
    const layers = { ...all.get(keyOf(result))?.layers, ...result.layers };
    all.set(keyOf(result), { ...result, layers });
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, result]) => result);
}

/** Collects what the tests measured, prints passed/total, and decides whether the run has failed. */
export default class LeakReporter implements Reporter {
  readonly #results: CaseResult[] = [];
  readonly #broken: string[] = [];
  readonly #started = Date.now();

  onTestEnd(test: TestCase, result: TestResult) {
    const body = result.attachments.find(({ name }) => name === 'results')?.body;
    if (body) this.#results.push(...(JSON.parse(body.toString('utf8')) as CaseResult[]));
    else this.#broken.push(`${test.title}: ${result.error?.message ?? result.status}`);
    // At once, so that a run that is cut short has not been for nothing.
    this.#save();
    if (process.stdout.isTTY) process.stdout.write(`\r${this.#results.length} cases measured`);
  }

  onError({ message = '' }: { message?: string }) {
    this.#broken.push(message);
  }

  #save() {
    mkdirSync(dirname(FILE), { recursive: true });
    const file = { results: withEarlier(this.#results), known: KNOWN_LEAKS };
    writeFileSync(FILE, `${JSON.stringify(file, null, 1)}\n`);
  }

  async onEnd(): Promise<{ status: FullResult['status'] }> {
    const results = this.#results.sort((a, b) => (`${a.engine} ${a.id}` < `${b.engine} ${b.id}` ? -1 : 1));
    this.#save();
    const problems = [...this.#broken, ...againstKnown(results)];
    const measured = results.reduce((sum, { layers }) => sum + Object.keys(layers).length, 0);
    const counts = { passed: Math.max(0, measured - problems.length), failed: problems.length };
    writeFileSync(cached('leaks-run.json'), JSON.stringify(counts));
    for (const line of summary(results)) console.log(line);
    console.log(`\nTook ${Math.round((Date.now() - this.#started) / 1000)} s.`);
    for (const problem of problems) console.log(`✘ ${problem}`);
    console.log(
      problems.length === 0 ? 'Every case did as it should, or as is known.' : `${problems.length} problems`,
    );
    return { status: problems.length === 0 ? 'passed' : 'failed' };
  }

  printsToStdio() {
    return true;
  }
}
