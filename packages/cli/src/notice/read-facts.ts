import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkNotice, formatOf, type NoticeFacts, noticeFacts } from '@consentry/config';
import type { Catalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';
import { readJson } from '../read-file.js';

/** The file that `consentry notice record` keeps beside a config. */
export const RECORD_NAME = 'notice.published.json';

/** Where a config's record is. */
export function recordPath(config: string): string {
  return join(dirname(config), RECORD_NAME);
}

/** What visitors are told by a file: a config with its document, or a record of what they were told. */
export async function readFacts(file: string, catalogue: Catalogue): Promise<NoticeFacts> {
  // Records are written as JSON, and configs in either.
  if (formatOf(file) === 'json') {
    const content = await readJson(file);
    if (typeof content === 'object' && content !== null && 'consentryNotice' in content)
      return checkFacts(file, content);
  }
  const { config, document } = await readSite(file, catalogue);
  return noticeFacts(config, document, catalogue);
}

/** The record beside a config; nothing where none was kept. */
export async function readRecord(config: string): Promise<NoticeFacts | undefined> {
  const file = recordPath(config);
  const there = await readFile(file).then(
    () => true,
    () => false,
  );
  return there ? checkFacts(file, await readJson(file)) : undefined;
}

// A record is ours, but files are edited and merged: what comparing relies on is looked at.
function checkFacts(file: string, content: unknown): NoticeFacts {
  const facts = content as Partial<NoticeFacts>;
  const languages = new Set(facts.document?.languages ?? []);
  const config = { languages: [...languages], purposes: facts.purposes ?? {}, vendors: {} };
  const right =
    facts.consentryNotice === 1 &&
    Number.isInteger(facts.version) &&
    Array.isArray(facts.tools) &&
    facts.tools.every((tool) => typeof tool?.id === 'string') &&
    typeof facts.purposes === 'object' &&
    (facts.document === undefined || checkNotice(facts.document, config as never).document);
  if (!right) throw new CommandError(`${file}: is no record of consentry notice record, or a newer one.`, 1);
  return facts as NoticeFacts;
}
