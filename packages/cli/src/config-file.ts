import { readFile } from 'node:fs/promises';
import { compileDefinition } from '@consentry/browser/compile';
import { type ConsentryConfig, formatProblem, parseConfig } from '@consentry/config';
import { ConsentryError, checkSite } from '@consentry/core';
import type { Catalogue } from './adapter-catalogue.js';
import { CommandError } from './command-error.js';

/** Reads and checks a config file. Throws a {@link CommandError} whose message lists every mistake. */
export async function readConfigFile(file: string, catalogue: Catalogue): Promise<ConsentryConfig> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandError(
      `${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}.`,
      2,
    );
  }
  const { config, problems } = parseConfig(text, catalogue);
  if (problems) {
    const lines = problems.map(
      (problem) => `${file}:${problem.line}:${problem.column}: ${formatProblem(problem)}`,
    );
    throw new CommandError(`${lines.join('\n')}\n${count(problems.length)} found.`, 1);
  }
  try {
    checkSite(compileDefinition(config, catalogue));
  } catch (error) {
    if (error instanceof ConsentryError) throw new CommandError(`${file}: ${error.message}`, 1);
    throw error;
  }
  return config;
}

function count(problems: number): string {
  return problems === 1 ? '1 mistake' : `${problems} mistakes`;
}
