import { afterEach, describe, expect, it } from 'vitest';
import { openFunctions, openMethods, openQueues } from './vendor-queues.js';

const page = window as unknown as Record<string, unknown>;
const NAMES = ['layer', 'say', 'track', 'lab'];
afterEach(() => {
  for (const name of NAMES) delete page[name];
});

describe('what a page may call of vendors that have not arrived', () => {
  it('are lists, and functions that put what they are called with into them', () => {
    openQueues([['layer', 'say']]);
    (page.say as (...args: unknown[]) => void)('event', 1);
    expect(Array.from((page.layer as ArrayLike<unknown>[])[0] as ArrayLike<unknown>)).toEqual(['event', 1]);
  });

  it('are functions that keep what they are called with', () => {
    openFunctions('track');
    const track = page.track as ((...args: unknown[]) => void) & { early: ArrayLike<unknown>[] };
    track('Purchase', { value: 3 });
    expect(track.early.map((call) => Array.from(call))).toEqual([['Purchase', { value: 3 }]]);
  });

  it('are lists with methods that say which of them was called', () => {
    openMethods('lab', 'capture identify');
    const lab = page.lab as unknown[] & Record<string, (...args: unknown[]) => void>;
    lab.capture?.('seen');
    lab.identify?.('me', 1);
    expect([...lab]).toEqual([
      ['capture', 'seen'],
      ['identify', 'me', 1],
    ]);
  });

  it('leave alone what the page has there already', () => {
    const own = () => {};
    Object.assign(page, { track: own, layer: ['own'], lab: Object.assign([], { capture: own }) });
    openQueues([['layer']]);
    openFunctions('track');
    openMethods('lab', 'capture identify');
    expect(page.track).toBe(own);
    expect(page.layer).toEqual(['own']);
    expect((page.lab as Record<string, unknown>).capture).toBe(own);
    expect((page.lab as Record<string, unknown>).identify).toBeTypeOf('function');
  });
});
