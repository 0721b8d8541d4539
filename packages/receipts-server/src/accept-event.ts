import { type ConsentRecord, parseRecord, sealRecord } from '@consentry/receipts';
import type { Acceptance } from './accept-record.js';
import type { Connector, ReportedChange } from './connectors/connector.js';
import { actsOf } from './deliveries/act.js';
import type { DeliveryQueue } from './deliveries/delivery-queue.js';
import { HttpProblem } from './http-problem.js';
import { sha256 } from './log/hash.js';
import { readBody } from './read-body.js';
import { deriveRecordId } from './record-id.js';

/**
 * Takes what a service posts when a person changes something there. A refusal becomes a consent record of the
 * browser that was linked last, and goes from there to the other services as any decision does. Answers the same
 * for people that are known and that are not.
 */
export async function acceptEvent(
  request: Request,
  connector: Connector,
  queue: DeliveryQueue,
  acceptance: Acceptance,
): Promise<Response> {
  const text = await readBody(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'invalid-json', 'The body is not JSON.');
  }
  for (const change of connector.readEvents?.(body) ?? [])
    await recordChange(change, connector.id, queue, acceptance);
  return new Response(null, { status: 204 });
}

async function recordChange(
  { contact, purpose, at }: ReportedChange,
  connector: string,
  queue: DeliveryQueue,
  { store, key, signTogether, issuer, carriers, now }: Acceptance,
): Promise<void> {
  const person = await queue.find({ connector, contact });
  const [subject] = person?.subjects ?? [];
  const standing = person?.standings[purpose];
  // Said already: by the same event that came twice, or by the visitor, whose refusal this is the echo of.
  if (!subject || (standing && standing.status !== 'granted')) return;
  const [latest] = await store.list({ subject, limit: 1 });
  if (!latest) return;

  const base = JSON.parse(latest.text) as ConsentRecord;
  const receivedAt = new Date(now());
  const givenAt = new Date(Math.min(at, now()));
  const record: ConsentRecord = {
    ...base,
    id: await deriveRecordId(givenAt.getTime(), `${connector} ${subject} ${purpose}`),
    // Nothing of ours was on screen, and no browser spoke.
    notice: { version: base.notice.version },
    via: connector,
    signals: { gpc: false },
    choices: { [purpose]: standing ? 'withdraw' : 'deny' },
    statuses: { ...base.statuses, [purpose]: standing ? 'withdrawn' : 'denied' },
    givenAt: givenAt.toISOString(),
    previous: base.id,
  };
  const parsed = parseRecord(record);
  if ('problem' in parsed)
    throw new Error(`${connector}: ${parsed.problem.path} of a record made from an event.`);
  const text = JSON.stringify(parsed.record);
  const sealing = { receivedAt, issuer, hash: sha256, signTogether };
  const { receipt, hash, salt, commitment } = await sealRecord(parsed.record, text, key, sealing);
  await store.add(
    {
      ...{ id: record.id, subject, receivedAt: receipt.receivedAt, text, hash, salt, commitment },
      receipt: JSON.stringify(receipt),
    },
    actsOf(parsed.record, receipt.receivedAt, carriers),
  );
}
