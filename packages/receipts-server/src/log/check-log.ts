import {
  appendLeaf,
  EMPTY_RANGE,
  hashLeaf,
  isSameHash,
  parseCheckpoint,
  rootOf,
  type TreeNode,
  toBase64url,
  verifyCheckpoint,
} from '@consentry/receipts';
import type { ReceiptStore } from '../store.js';
import { type Break, diagnoseBreaks } from './check-chain.js';
import type { Finding, FindingCode } from './finding.js';
import { chainHash, EMPTY_LOG } from './grow-log.js';
import { sha256 } from './hash.js';
import { type Contents, readContents } from './read-contents.js';
import { KEPT_LEVELS, type LogRow } from './receipt-log.js';

/** Options of {@link checkLog}. */
export interface LogCheckOptions {
  /** JWKs that may have signed. */
  readonly trustedKeys: readonly unknown[];
  /** Checkpoints that somebody else has kept: what shows that a whole log was written anew. @default [] */
  readonly checkpoints?: readonly string[];
}

/** What {@link checkLog} looked at, and found. */
export interface LogCheck {
  readonly size: number;
  readonly records: number;
  readonly entries: number;
  readonly erased: number;
  readonly waiting: number;
  readonly checkpoints: number;
  /** Empty for a log that is as it was signed. */
  readonly findings: readonly Finding[];
}

const PAGE = 500;

/** Reads a whole store and says everything that is wrong with it. Changes nothing. */
export async function checkLog(
  store: Pick<ReceiptStore, 'get' | 'list' | 'log'>,
  { trustedKeys, checkpoints: witnessed = [] }: LogCheckOptions,
): Promise<LogCheck> {
  const findings: Finding[] = [];
  const report = (code: FindingCode, message: string) => findings.push({ code, message });
  const stored = await store.log.checkpoints();
  // The same hour's checkpoint may have been kept by both.
  const notes = [...new Set([...stored.map(({ note }) => note), ...witnessed])];
  const signed = new Map<number, Uint8Array[]>();
  for (const note of notes) {
    const verified = await verifyCheckpoint(note, trustedKeys);
    const claimed = parseCheckpoint(note);
    if (verified.ok) {
      const { size, root } = verified.checkpoint;
      signed.set(size, [...(signed.get(size) ?? []), root]);
    } else if (verified.code === 'malformed') report('altered', 'A checkpoint is not the text of one.');
    else report(verified.code, `Checkpoint at ${claimed?.size}: ${verified.reason}`);
  }
  for (const [index, { size, note }] of stored.entries())
    if (parseCheckpoint(note)?.size !== size)
      report('altered', `Checkpoint ${index} is kept as that of size ${size}.`);

  const contents = await readContents(store, trustedKeys, findings);
  const walk = await walkRows(store, contents, signed, report);
  const largest = Math.max(0, ...signed.keys());
  const state = await store.log.state();
  if (walk.size < largest)
    report('missing', `The log has ${walk.size} rows, and ${largest} were signed for.`);
  if (state.size !== walk.size)
    report(
      state.size > walk.size ? 'missing' : 'inserted',
      `The log has ${walk.size} rows, and should have grown to ${state.size}.`,
    );
  findings.push(...diagnoseBreaks(walk.breaks, walk.size < Math.max(largest, state.size)));

  for (let after = 0; ; ) {
    const waiting = await store.log.waitingRows({ after, limit: PAGE });
    for (const { entry, commitment } of waiting) {
      const there = contents.commitments.get(entry);
      if (entry && !there) report('missing', `${entry} waits for its place and is gone.`);
      if (there && there !== toBase64url(commitment))
        report('altered', `${entry} waits for its place with another commitment.`);
      contents.commitments.delete(entry);
    }
    after = waiting.at(-1)?.number ?? after;
    if (waiting.length < PAGE) break;
  }
  for (const id of contents.commitments.keys()) report('inserted', `${id} never went through the log.`);
  for (const [commitment, position] of walk.erased)
    if (!contents.erased.has(commitment))
      report('missing', `Position ${position}: what stood here was deleted without a word in the log.`);
  return {
    size: walk.size,
    records: contents.records,
    entries: contents.entries,
    erased: walk.erased.size,
    waiting: await store.log.waiting(),
    checkpoints: notes.length,
    findings,
  };
}

/** Goes through the rows in order: their chain, the tree over them, what was signed, and what they are about. */
async function walkRows(
  { log }: Pick<ReceiptStore, 'log'>,
  { commitments }: Contents,
  signed: ReadonlyMap<number, readonly Uint8Array[]>,
  report: (code: FindingCode, message: string) => void,
) {
  const breaks: Break[] = [];
  const erased = new Map<string, number>();
  const completed: TreeNode[] = [];
  let range = EMPTY_RANGE;
  let [beforeLast, before] = [EMPTY_LOG.chain, EMPTY_LOG.chain];
  let from = 0;
  const compareRoot = (size: number) => {
    for (const root of signed.get(size) ?? [])
      if (!isSameHash(root, rootOf(range, sha256)))
        report('forked', `Checkpoint at ${size}: another log than this one was signed.`);
  };
  const visit = (row: LogRow) => {
    const { position, entry, commitment, chain } = row;
    const last = breaks.at(-1);
    if (last && last.row.position === position - 1) last.after = row;
    if (position !== from) {
      report('missing', `Positions ${from} to ${position - 1} are not there.`);
    } else if (!isSameHash(chainHash(before, commitment), chain)) breaks.push({ beforeLast, before, row });
    [beforeLast, before] = [before, chain];
    range = appendLeaf(range, hashLeaf(commitment, sha256), sha256, (node) => {
      if (node.level % KEPT_LEVELS === 0) completed.push(node);
    });
    const there = commitments.get(entry);
    if (!entry) erased.set(toBase64url(commitment), position);
    else if (!there) report('missing', `Position ${position}: ${entry} is gone.`);
    else if (there !== toBase64url(commitment))
      report('altered', `Position ${position}: another commitment than that of ${entry}.`);
    commitments.delete(entry);
    from = position + 1;
    compareRoot(range.size);
  };

  compareRoot(0);
  for (let full = true; full; ) {
    const rows = await log.rows({ from, limit: PAGE });
    rows.forEach(visit);
    full = rows.length === PAGE;
    for (const { level, index, hash } of completed.splice(0)) {
      const [kept] = await log.hashes({ level, from: index, to: index + 1 });
      if (!kept || !isSameHash(kept, hash))
        report(
          'altered',
          `The hash over positions ${index * 2 ** level} to ${(index + 1) * 2 ** level - 1}.`,
        );
    }
  }
  return { size: range.size, breaks, erased };
}
