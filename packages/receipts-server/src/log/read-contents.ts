import { toBase64url } from '@consentry/receipts';
import type { ReceiptStore } from '../store.js';
import { checkEntryContents, checkRecordContents } from './check-contents.js';
import type { Finding } from './finding.js';

/** What a store holds, to be compared with what its log says. */
export interface Contents {
  /** Commitments of records and entries by id; those that are found in the log are taken out. */
  readonly commitments: Map<string, string>;
  /** Commitments of what was erased, as the log says. */
  readonly erased: Set<string>;
  records: number;
  entries: number;
}

/** Reads and checks all records and entries, wherever they are in the log. */
export async function readContents(
  store: Pick<ReceiptStore, 'list' | 'log'>,
  trustedKeys: readonly unknown[],
  findings: Finding[],
): Promise<Contents> {
  const contents: Contents = { commitments: new Map(), erased: new Set(), records: 0, entries: 0 };
  for (let before: string | undefined, full = true; full; ) {
    const page = await store.list({ before, limit: PAGE });
    const found = await Promise.all(page.map((record) => checkRecordContents(record, trustedKeys)));
    findings.push(...found.filter((each) => each !== undefined));
    for (const { id, commitment } of page) contents.commitments.set(id, toBase64url(commitment));
    contents.records += page.length;
    before = page.at(-1)?.id;
    full = page.length === PAGE;
  }
  for (let after: string | undefined, full = true; full; ) {
    const page = await store.log.entries({ after, limit: PAGE });
    for (const entry of page) {
      const finding = checkEntryContents(entry);
      if (finding) findings.push(finding);
      contents.commitments.set(entry.id, toBase64url(entry.commitment));
      if (entry.kind === 'erasure' && !finding)
        for (const each of (JSON.parse(entry.text) as { erased: string[] }).erased) contents.erased.add(each);
    }
    contents.entries += page.length;
    after = page.at(-1)?.id;
    full = page.length === PAGE;
  }
  return contents;
}

const PAGE = 500;
