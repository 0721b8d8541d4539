import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { CommandError } from '../command-error.js';

const NAMES = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What finding a browser depends on. */
export interface BrowserPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  /** Where Playwright would have put its own. */
  readonly own: string | undefined;
}

/** Programs that may be a Chromium, those that are there, best first. `CONSENTRY_CHROMIUM` is the only one where it is set. */
export function chromiumCandidates({ env, exists, own }: BrowserPlaces): string[] {
  const { CONSENTRY_CHROMIUM: chosen, PATH = '' } = env;
  if (chosen) return [chosen];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
  return [
    ...(own ? [own] : []),
    ...NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))),
    ...ELSEWHERE,
    ...folders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ].filter(exists);
}

/** Starts a Chromium of this machine. Throws a {@link CommandError} that says what to install, if it cannot. */
export async function openBrowser(env = process.env): Promise<Browser> {
  const { chromium } = await import('playwright-core').catch(() => {
    throw new CommandError(
      '--ui needs a package that is not there: npm install --save-dev playwright-core',
      2,
    );
  });
  const candidates = chromiumCandidates({ env, exists: existsSync, own: ownOf(chromium) });
  const reasons: string[] = [];
  for (const executablePath of candidates) {
    try {
      // Chromium refuses its sandbox to root; what it opens here is ours alone.
      return await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
    } catch (error) {
      reasons.push(`${executablePath}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  throw new CommandError(
    [
      '--ui needs a Chromium, Chrome or Edge to measure in. Install one, or name one in CONSENTRY_CHROMIUM.',
      ...reasons,
    ].join('\n'),
    2,
  );
}

function ownOf(chromium: { executablePath(): string }): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined; // Playwright has none for this platform
  }
}
