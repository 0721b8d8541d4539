import type { Controller } from '../exports/consent-account.js';
import { toAccounts } from '../exports/consent-account.js';
import { toCsv } from '../exports/to-csv.js';
import { type ExportSource, toJson } from '../exports/to-json.js';
import { toJsonLd } from '../exports/to-json-ld.js';
import { toKantara } from '../exports/to-kantara.js';
import type { ReceiptStore, StoredRecord } from '../store.js';

/** Formats an export can have. */
export const EXPORT_FORMATS = ['json', 'jsonld', 'kantara', 'csv'] as const;

/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Everything that is kept about subjects, as a document. */
export async function exportSubjects(
  store: Pick<ReceiptStore, 'list' | 'getShown'>,
  subjects: readonly string[],
  format: ExportFormat,
  { controller, now }: { readonly controller: Controller | undefined; readonly now: number },
): Promise<{ readonly text: string; readonly type: string; readonly records: number }> {
  const stored: StoredRecord[] = [];
  for (const subject of subjects) stored.push(...(await readAll(store, subject)));
  const accounts = toAccounts(stored);
  const hashes = new Set(accounts.flatMap(({ events }) => events.map(({ notice }) => notice.hash)));
  const shown: Record<string, unknown> = {};
  for (const hash of hashes) {
    const text = hash && (await store.getShown(hash));
    if (text) shown[hash] = JSON.parse(text);
  }
  const source: ExportSource = { accounts, controller, shown, at: new Date(now).toISOString() };
  return { ...write(source, format), records: stored.length };
}

function write(source: ExportSource, format: ExportFormat): { text: string; type: string } {
  const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  switch (format) {
    case 'json':
      return { text: pretty(toJson(source)), type: 'application/json' };
    case 'jsonld':
      return { text: pretty(toJsonLd(source)), type: 'application/ld+json' };
    case 'kantara':
      return { text: pretty(toKantara(source)), type: 'application/json' };
    case 'csv':
      return { text: toCsv(source), type: 'text/csv; charset=utf-8' };
  }
}

/** The oldest first. */
async function readAll(store: Pick<ReceiptStore, 'list'>, subject: string): Promise<StoredRecord[]> {
  const all: StoredRecord[] = [];
  for (let before: string | undefined, full = true; full; ) {
    const page = await store.list({ subject, before, limit: 200 });
    all.push(...page);
    before = page.at(-1)?.id;
    full = page.length === 200;
  }
  return all.reverse();
}
