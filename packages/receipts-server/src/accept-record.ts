import { type Sealing, type SigningKey, sealRecord } from '@consentry/receipts';
import { type DecisionCookie, renewDecisionCookie } from './decision-cookie.js';
import { actsOf, type Carriers } from './deliveries/act.js';
import { HttpProblem } from './http-problem.js';
import { readCountry } from './insights/country.js';
import { countKeysOf } from './insights/counts.js';
import { sha256 } from './log/hash.js';
import { readBody } from './read-body.js';
import { readRecord } from './read-record.js';
import type { AddResult, ReceiptStore } from './store.js';

/** What accepting a record needs. */
export interface Acceptance {
  readonly store: ReceiptStore;
  readonly key: SigningKey;
  /** Signs what is received together with what else comes in the same moment. */
  readonly signTogether: NonNullable<Sealing['signTogether']>;
  readonly issuer: string;
  /** Site ids whose records are taken; empty for all. */
  readonly sites: ReadonlySet<string>;
  readonly cookie: DecisionCookie;
  /** The purposes that e-mail services have to hear of. */
  readonly carriers: Carriers;
  /** See `InsightsSettings`. */
  readonly countryHeader: string | undefined;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
  /** Told what became of each posted record. */
  readonly onOutcome: (outcome: string) => void;
}

const MEDIA_TYPE = /^(text\/plain|application\/json)\s*(;|$)/i;

/**
 * Takes a posted record. The answer, with `more` headers, is given when the record has been committed, and not before.
 */
export async function acceptRecord(
  request: Request,
  acceptance: Acceptance,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const {
    store,
    key,
    signTogether,
    issuer,
    sites,
    cookie,
    carriers,
    countryHeader,
    now,
    onError,
    onOutcome,
  } = acceptance;
  if (!MEDIA_TYPE.test(request.headers.get('content-type') ?? ''))
    throw new HttpProblem(415, 'unsupported-media-type', 'Post a record as text/plain or application/json.');
  const text = await readBody(request);
  const { record, json } = readRecord(text);
  const { id, subject, site } = record;
  if (sites.size > 0 && !sites.has(site))
    throw new HttpProblem(422, 'unknown-site', 'This server keeps no records for the site.', {
      problem: { path: 'site', expected: [...sites].join(' or '), got: JSON.stringify(site) },
    });

  let receipt: string;
  let result: AddResult;
  try {
    const receivedAt = new Date(now());
    const sealing = { receivedAt, issuer, hash: sha256, signTogether };
    const sealed = await sealRecord(record, text, key, sealing);
    const { hash, salt, commitment } = sealed;
    const { schema, record: _, ...signed } = sealed.receipt;
    // With the record's members as they were posted: whoever has the receipt can send the same record again.
    receipt = `{"schema":"${schema}","record":${json},${JSON.stringify(signed).slice(1)}`;
    const at = signed.receivedAt;
    result = await store.add(
      { id, subject, receivedAt: at, text, hash, receipt, salt, commitment },
      actsOf(record, at, carriers),
      countKeysOf(record, readCountry(request, countryHeader)),
    );
  } catch (error) {
    onError(error);
    onOutcome('unavailable');
    throw new HttpProblem(503, 'unavailable', 'The record was not stored. Send it again later.', {
      headers: { 'retry-after': '10' },
    });
  }
  onOutcome(result.outcome);
  if (result.outcome === 'conflict')
    throw new HttpProblem(409, 'id-taken', 'Another record with this id is stored already.', {
      problem: { path: 'id', expected: 'an id that no other record has', got: JSON.stringify(id) },
    });
  const renewed = renewDecisionCookie(request, record, cookie);
  const headers = {
    ...more,
    ...{ 'content-type': 'application/json', 'cache-control': 'no-store' },
    ...(renewed ? { 'set-cookie': renewed } : {}),
  };
  return result.outcome === 'added'
    ? new Response(receipt, { status: 201, headers })
    : new Response(result.receipt, { status: 200, headers });
}
