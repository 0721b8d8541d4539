import type { ConsentReceipt, ConsentRecord } from '@consentry/receipts';
import type { InsightsAnswer } from '../insights/answer.js';

/** A record in the list. */
export interface ListedRecord {
  readonly receivedAt: string;
  readonly record: ConsentRecord;
}

/** One page of the list; `next` is the `before` of the one after it. */
export interface RecordPage {
  readonly records: readonly ListedRecord[];
  readonly next: string | null;
}

/** An answer other than 2xx. */
export class ApiError extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}.`);
  }
}

// This module is part of <base>/receipts/page.js and <base>/insights/insights.js.
const BASE = new URL('..', import.meta.url);

/** The latest records, of one subject if given. */
export async function readRecords(token: string, subject: string, before: string): Promise<RecordPage> {
  const query = new URLSearchParams({ subject, before, limit: '25' });
  return (await read(`records?${query}`, token)).json();
}

/** The exact text of a record's receipt. */
export async function readReceipt(token: string, id: string): Promise<string> {
  return (await read(`records/${id}/receipt`, token)).text();
}

/** Verifies a receipt in this browser, against the published keys. */
export async function verifyHere(receipt: ConsentReceipt) {
  const address = new URL('receipts/verify.js', BASE).href;
  const { verify } = (await import(address)) as typeof import('@consentry/receipts');
  const { keys } = await (await read('keys', '')).json();
  return verify(receipt, keys);
}

/** The figures that a query of the insights page asks for. */
export async function readInsights(token: string, query: string): Promise<InsightsAnswer> {
  return (await read(`insights/data?${query}`, token)).json();
}

/** One table of them as CSV. */
export async function readInsightsCsv(token: string, query: string, table: string): Promise<Blob> {
  return (await read(`insights/data?${query}&csv=${table}`, token)).blob();
}

async function read(path: string, token: string): Promise<Response> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(new URL(path, BASE), { headers });
  if (!response.ok) throw new ApiError(response.status);
  return response;
}
