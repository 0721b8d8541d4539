import { describe, expect, it } from 'vitest';
import { commandFaults, consentCommand, sends } from './google-command-faults.js';

/** A command as Google takes it. */
const command = function (..._: unknown[]) {
  // biome-ignore lint/complexity/noArguments: an array is not a command to Google
  return arguments;
};
const RIGHT = { ad_storage: 'granted', analytics_storage: 'denied' };
const faults = (entry: unknown) => {
  const found = consentCommand(entry);
  return found && commandFaults(found);
};

describe('a consent command of somebody else', () => {
  it.each([
    ['default', { ...RIGHT, region: ['EE', 'US-CA'], wait_for_update: 500 }],
    ['default', {}],
    ['update', RIGHT],
  ])('has no fault of its own where Google understands it: %s %j', (kind, state) => {
    expect(faults(command('consent', kind, state))).toEqual([]);
  });

  it.each([true, false, 'Granted', 1, null])('has no state that Google knows where it says %j', (value) => {
    expect(faults(command('consent', 'default', { ...RIGHT, ad_user_data: value }))).toEqual([
      'google-not-a-state',
    ]);
  });

  it.each([['EU'], ['JP', 'eea'], 'EWR'])('names no place where its region is %j', (...region) => {
    const given = region.length > 1 ? region : region[0];
    expect(faults(command('consent', 'default', { ...RIGHT, region: given }))).toEqual([
      'google-region-group',
    ]);
  });

  it('waits for nothing in an update', () => {
    expect(faults(command('consent', 'update', { ...RIGHT, wait_for_update: 1 }))).toEqual([
      'google-wait-in-update',
    ]);
  });

  it('is ignored as an array', () => {
    expect(faults(['consent', 'update', RIGHT])).toEqual(['google-array-command']);
  });
});

describe('everything else in a data layer', () => {
  it.each([
    undefined,
    null,
    'consent',
    7,
    {},
    { event: 'consent' },
    { 0: 'consent', length: 1 },
    ['set', 'a'],
  ])('is no consent command: %j', (entry) => {
    expect(consentCommand(entry)).toBeUndefined();
  });

  it('sends where it is a config or an event of gtag, and only then', () => {
    expect(sends(command('config', 'G-1'))).toBe(true);
    expect(sends(command('event', 'purchase'))).toBe(true);
    for (const entry of [command('js'), command('set', 'a', 1), ['event', 'a'], { event: 'a' }, null])
      expect(sends(entry)).toBe(false);
  });
});
