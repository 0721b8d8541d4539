import { readHtml } from './html-lines.js';
import type { NoticeFile } from './notice-files.js';

/** How a published page differs from what the config and document say now. */
export interface Drift {
  /** The file that was compared. */
  readonly name: string;
  /**
   * - `missing`: it is not published
   * - `outdated`: made from another config or document
   * - `edited`: made from this one, and changed afterwards
   * - `foreign`: it carries no hash, so it was not made by us, or that was taken out
   */
  readonly kind: 'missing' | 'outdated' | 'edited' | 'foreign';
  /** Lines that are published and should not be. */
  readonly published: readonly string[];
  /** Lines that should be published and are not. */
  readonly expected: readonly string[];
}

/** Lines of a page that are compared; a page has a few hundred. */
const MOST_LINES = 5000;

/** Compares a page as it is published with what it should be; nothing when it tells the same. */
export function comparePublished(file: NoticeFile, published: string | undefined): Drift | undefined {
  const { name, content, hash } = file;
  if (hash === undefined) return undefined;
  const should = readPage(name, content);
  if (published === undefined) return { name, kind: 'missing', published: [], expected: [] };
  const is = readPage(name, published);
  const difference = compareLines(is.lines, should.lines);
  if (difference.removed.length === 0 && difference.added.length === 0 && is.hash === hash) return undefined;
  const kind = is.hash === undefined ? 'foreign' : is.hash === hash ? 'edited' : 'outdated';
  return { name, kind, published: difference.removed, expected: difference.added };
}

function readPage(name: string, content: string): { hash?: string; lines: readonly string[] } {
  if (name.endsWith('.html')) return readHtml(content, name.replace(/\.html$/, ''));
  const hash = /(?:^<!-- consentry-notice \S+ |"hash": ")(sha256-[\w-]{43})/.exec(content)?.[1];
  const lines = content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('<!-- consentry-notice ') && !/^"hash": /.test(line));
  return { ...(hash ? { hash } : {}), lines };
}

/** Lines of one list that the other lacks, in order, by their longest common subsequence. */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): { removed: string[]; added: string[] } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  // A page of a stranger may be of any length.
  if (a.length > MOST_LINES || b.length > MOST_LINES)
    return { removed: a.slice(0, 50), added: b.slice(0, 50) };
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const removed: string[] = [];
  const added: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      removed.push(a[i++] as string);
    else added.push(b[j++] as string);
  }
  return { removed, added };
}
