import { readFile } from 'node:fs/promises';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import type { Progress } from '../command-line/command.js';
import { readConfigFile } from '../config-file.js';
import { checkFairness } from '../fairness/check-fairness.js';
import { openBrowser } from '../fairness/open-browser.js';
import { describeReport } from '../fairness/report.js';

/** Options of {@link checkUi}. */
export interface CheckUiOptions {
  /** Style sheets of the site, which may theme the banner. */
  readonly css: readonly string[];
  readonly json: boolean;
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  readonly progress?: Progress;
}

/**
 * `consentry check --ui FILE`: measures the banner of a config in a browser, and says what makes denying harder than
 * allowing. Throws a {@link CommandError} when something does that the config does not acknowledge.
 */
export async function checkUi(
  file: string,
  { css, json, environment, progress = () => {} }: CheckUiOptions,
  print: (line: string) => void,
): Promise<void> {
  const catalogue = await loadCatalogue();
  const config = await readConfigFile(file, catalogue, environment);
  const sheets = await Promise.all(css.map(readSheet));
  progress('Starting a browser');
  const browser = await openBrowser();
  progress('Measuring the banner');
  let report: Awaited<ReturnType<typeof checkFairness>>;
  try {
    report = await checkFairness(config, catalogue, browser, sheets);
  } finally {
    await browser.close();
  }
  if (!report) {
    if (json) print(JSON.stringify({ fair: true, findings: [] }, null, 2));
    else print(`${file} has nothing to ask, so there is no banner to measure.`);
    return;
  }
  const lines = describeReport(file, report);
  const verdict = lines.pop() as string;
  if (json) print(JSON.stringify(report, null, 2));
  else for (const line of lines) print(line);
  if (!report.fair) throw new CommandError(verdict, 1);
  if (!json) print(verdict);
}

async function readSheet(name: string) {
  try {
    return { name, text: await readFile(name, 'utf8') };
  } catch (error) {
    throw new CommandError(`--css ${name}: cannot be read (${(error as NodeJS.ErrnoException).code}).`, 2);
  }
}
