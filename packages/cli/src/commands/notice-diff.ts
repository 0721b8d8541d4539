import { writeFile } from 'node:fs/promises';
import { diffNotice, type NoticeChange, noticeFacts } from '@consentry/config';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';
import { changedSection } from '../notice/changed-section.js';
import { readFacts, recordPath } from '../notice/read-facts.js';
import { createSpeaker } from '../notice/speaker.js';
import { sectionHtml } from '../notice/to-html.js';
import { say } from '../say.js';

/** Options of {@link noticeDiff}. */
export interface NoticeDiffOptions {
  readonly json?: boolean;
  /** `html` for a section of a page. @default "text" */
  readonly format?: string | undefined;
  /** Language of that section. @default the newer document's main one */
  readonly language?: string | undefined;
}

/**
 * `consentry notice diff OLD NEW`: what is told otherwise, how much that means, and whether `notice.version` has to be raised.
 * Each is a config, or a record. Throws a {@link CommandError} of code 1 when the version has to be raised.
 */
export async function noticeDiff(
  files: readonly string[],
  options: NoticeDiffOptions,
  print: (line: string) => void,
): Promise<void> {
  const [older, newer, ...rest] = files;
  if (!older || !newer || rest.length > 0)
    throw new CommandError('Compare what? consentry notice diff OLD NEW', 2);
  const { json = false, format = 'text' } = options;
  if (format !== 'text' && format !== 'html')
    throw new CommandError(`--format: is "${format}"; expected html, or none for lines.`, 2);
  const catalogue = await loadCatalogue();
  const before = await readFacts(older, catalogue);
  const after = await readFacts(newer, catalogue);
  const diff = diffNotice(before, after);
  const { changes, asksAgain, raiseVersion, reconsent } = diff;
  if (json) print(JSON.stringify(diff, null, 2));
  else if (format === 'html') {
    const language = options.language ?? after.document?.languages[0] ?? 'en';
    const speaker = createSpeaker(after.document, language);
    for (const part of changedSection(changes, [...after.tools, ...before.tools], speaker))
      print(sectionHtml(part, 2));
  } else {
    for (const change of changes) print(describeChange(change));
    print(
      changes.length === 0
        ? 'Both tell the same.'
        : `${asksAgain ? 'Visitors are to be asked again' : 'Nobody has to be asked again'} (changes.reconsent: ${reconsent}).`,
    );
  }
  if (raiseVersion)
    throw new CommandError(
      `${newer}: raise notice.version to ${before.version + 1}, and set "since" where something is new.`,
      1,
    );
}

/** A change as a line. */
export function describeChange({ path, kind, before, after, weight }: NoticeChange): string {
  const [was, is] = [before, after].map((value) => (value === undefined ? '' : ` ${abbreviate(value)}`));
  const said = kind === 'changed' ? `${was} ->${is}` : `${was}${is}`;
  return `${weight.padEnd(9)} ${kind.padEnd(7)} ${path}:${said}`;
}

function abbreviate(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** `consentry notice record FILE`: keeps what visitors are told now, for later versions to be compared with. */
export async function noticeRecord(file: string, print: (line: string) => void, json = false): Promise<void> {
  const catalogue = await loadCatalogue();
  const { config, document } = await readSite(file, catalogue);
  const path = recordPath(file);
  await writeFile(path, `${JSON.stringify(noticeFacts(config, document, catalogue), null, 2)}\n`);
  say(print, json, { file: path }, [path]);
}
