import { describe, expect, it } from 'vitest';
import { addressGroup, createRateLimiter } from './rate-limit.js';

describe('createRateLimiter', () => {
  it('lets a burst through, then one request for each share of a minute', () => {
    let now = 0;
    const ask = createRateLimiter({ burst: 3, perMinute: 30 }, () => now);
    expect([ask('a'), ask('a'), ask('a'), ask('a')]).toEqual([0, 0, 0, 2]);
    now += 1_999;
    expect(ask('a')).toBe(1);
    now += 1;
    expect(ask('a')).toBe(0);
    now += 3_600_000;
    expect([ask('a'), ask('a'), ask('a'), ask('a')]).toEqual([0, 0, 0, 2]);
  });

  it('counts each address for itself', () => {
    const ask = createRateLimiter({ burst: 1, perMinute: 1 }, () => 0);
    expect([ask('a'), ask('b'), ask('a')]).toEqual([0, 0, 60]);
  });

  it('gives nothing away when the clock is set back', () => {
    let now = 1_000_000;
    const ask = createRateLimiter({ burst: 1, perMinute: 1 }, () => now);
    ask('a');
    now = 0;
    expect(ask('a')).toBe(60);
  });

  it('forgets the addresses seen longest ago when too many come', () => {
    const ask = createRateLimiter({ burst: 1, perMinute: 1 }, () => 0);
    ask('first');
    for (let i = 0; i < 20_000; i++) ask(`10.0.${i >> 8}.${i & 255}`);
    expect(ask('first')).toBe(0);
    expect(ask('10.0.78.31')).toBe(60);
  });
});

describe('addressGroup', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('counts %s as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});
