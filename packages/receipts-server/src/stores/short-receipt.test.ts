import { describe, expect, it } from 'vitest';
import { restoreReceipt, shortenReceipt } from './short-receipt.js';

const record = '{"id":"1","statuses":{"analytics":"granted"}}';
const receipt = `{"schema":"s","record":${record},"recordHash":"h","signature":"x"}`;

describe('a receipt beside its record', () => {
  it('is stored without it and read with it', () => {
    const stored = shortenReceipt(receipt, record);
    expect(stored).toBe('{"schema":"s","record":,"recordHash":"h","signature":"x"}');
    expect(restoreReceipt(stored, record)).toBe(receipt);
  });

  it('is the same when the record came with white space', () => {
    const text = ' {"id": "1",\n\t"statuses": {"analytics": "granted"}} \r\n';
    expect(restoreReceipt(shortenReceipt(receipt, text), text)).toBe(receipt);
  });

  it('stays whole when it holds another record, and when it was stored whole', () => {
    const other = '{"id":"2"}';
    expect(shortenReceipt(receipt, other)).toBe(receipt);
    expect(restoreReceipt(receipt, record)).toBe(receipt);
  });

  it('reads as another receipt when the record beside it was changed', () => {
    const changed = record.replace('granted', 'denied');
    expect(restoreReceipt(shortenReceipt(receipt, record), changed)).not.toBe(receipt);
  });
});
