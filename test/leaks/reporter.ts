import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { CaseResult } from './judge.js';
import { againstKnown, summary } from './summary.js';

const FILE = fileURLToPath(new URL('../../node_modules/.cache/consentry/leaks.json', import.meta.url));

/** Collects what the tests measured, prints passed/total, and decides whether the run has failed. */
export default class LeakReporter implements Reporter {
  readonly #results: CaseResult[] = [];
  readonly #broken: string[] = [];
  readonly #started = Date.now();

  onTestEnd(test: TestCase, result: TestResult) {
    const body = result.attachments.find(({ name }) => name === 'results')?.body;
    if (body) this.#results.push(...(JSON.parse(body.toString('utf8')) as CaseResult[]));
    else this.#broken.push(`${test.title}: ${result.error?.message ?? result.status}`);
    if (process.stdout.isTTY) process.stdout.write(`\r${this.#results.length} cases measured`);
  }

  onError({ message = '' }: { message?: string }) {
    this.#broken.push(message);
  }

  async onEnd(): Promise<{ status: FullResult['status'] }> {
    const results = this.#results.sort((a, b) => (`${a.engine} ${a.id}` < `${b.engine} ${b.id}` ? -1 : 1));
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${JSON.stringify(results, null, 1)}\n`);
    const problems = [...this.#broken, ...againstKnown(results)];
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
