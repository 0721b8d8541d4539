import type { Problem } from './problem.js';
import type { ConsentryConfig } from './schema.js';

/** Pages tell the address beside the one that takes their records, so it has to be known. */
export function driftProblems({ drift, receipts }: ConsentryConfig): Problem[] {
  const endpoint = receipts?.endpoint;
  if (drift?.report !== 'server' || endpoint === undefined || endpoint.endsWith('/records')) return [];
  return [
    {
      path: 'drift.report',
      value: 'server',
      expected: `"console"; receipts.endpoint is "${endpoint}", and only beside one that ends in "/records" there is a "/drift"`,
    },
  ];
}
