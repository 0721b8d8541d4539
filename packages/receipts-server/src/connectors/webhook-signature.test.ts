import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signDelivery, verifyDelivery } from './webhook-signature.js';

const secret = 'a-secret-of-enough-length';
const now = Date.UTC(2026, 10, 21, 12);
const timestamp = String(now / 1000);
const body = '{"delivery":"crm-1-1","contact":{"email":"ä@example.com"}}';

describe('the signature of a webhook', () => {
  it('is the HMAC-SHA256 over timestamp, dot and body that anybody can compute', async () => {
    const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    expect(await signDelivery(secret, timestamp, body)).toBe(`v1=${expected}`);
  });

  it('is accepted as it was made, within five minutes', async () => {
    const signature = await signDelivery(secret, timestamp, body);
    const whole = { secret, timestamp, signature, body };
    for (const ms of [0, 299_000, -299_000])
      expect(await verifyDelivery({ ...whole, now: now + ms })).toBe(true);
    for (const ms of [301_000, -301_000])
      expect(await verifyDelivery({ ...whole, now: now + ms })).toBe(false);
  });

  it.each([
    ['another body', { body: `${body} ` }],
    ['another time', { timestamp: String(now / 1000 + 1) }],
    ['another secret', { secret: 'another-secret-of-enough-length' }],
    ['a cut signature', { signature: 'v1=ab' }],
    ['no signature', { signature: null }],
    ['no time', { timestamp: undefined }],
    ['a time that is none', { timestamp: 'now' }],
  ])('is refused with %s', async (_, changes) => {
    const signature = await signDelivery(secret, timestamp, body);
    expect(await verifyDelivery({ secret, timestamp, signature, body, now, ...changes })).toBe(false);
  });

  it('is refused when one character of it differs', async () => {
    const signature = await signDelivery(secret, timestamp, body);
    const flipped = signature.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await verifyDelivery({ secret, timestamp, signature: flipped, body, now })).toBe(false);
  });
});
