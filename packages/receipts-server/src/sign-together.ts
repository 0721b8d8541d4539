import { type BatchSignature, type SigningKey, signBatch } from '@consentry/receipts';
import { sha256 } from './log/hash.js';

/** Most statements under one signature: eight hashes lead from each to the root. */
const MOST_TOGETHER = 256;

interface Waiting {
  readonly statement: Uint8Array;
  readonly resolve: (signed: BatchSignature) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One signature for all statements of one turn of the event loop. A signature takes as long as everything else that is
 * done about a record, and a crowd of them would wait for each other's; nobody waits for a crowd.
 */
export function createSignTogether(
  key: Pick<SigningKey, 'sign'>,
): (statement: Uint8Array) => Promise<BatchSignature> {
  let waiting: Waiting[] = [];

  const sign = async (group: readonly Waiting[]) => {
    try {
      const signed = await signBatch(
        group.map(({ statement }) => statement),
        key,
        sha256,
      );
      group.forEach(({ resolve }, i) => {
        resolve(signed[i] as BatchSignature);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  const signAll = () => {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += MOST_TOGETHER) void sign(all.slice(at, at + MOST_TOGETHER));
  };

  return (statement) =>
    new Promise((resolve, reject) => {
      // After the input that is here already, so after the requests of this turn.
      if (waiting.push({ statement, resolve, reject }) === 1) setImmediate(signAll);
    });
}
