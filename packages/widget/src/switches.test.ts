import { describe, expect, it } from 'vitest';
import { createSwitches } from './switches.js';
import { createDemoManager, preferencesContent } from './test-support/demo-site.js';

describe('createSwitches', () => {
  it('turns a vendor of two purposes on only with both', () => {
    const content = {
      ...preferencesContent,
      vendors: preferencesContent.vendors.map((vendor) =>
        vendor.id === 'brevo' ? { ...vendor, purposes: ['analytics', 'mail'] } : vendor,
      ),
    };
    const switches = createSwitches(content, createDemoManager().$consent.get);
    switches.turn('mail');
    expect(switches.isOn('brevo')).toBe(false);
    switches.turn('analytics');
    expect(switches.isOn('brevo')).toBe(true);
    switches.turn('mail');
    expect(switches.isOn('brevo')).toBe(false);
    expect(switches.choices()).toEqual({ analytics: 'grant', mail: 'deny' });
  });

  it('saves a vendor that was turned on under a purpose that is off', () => {
    const switches = createSwitches(preferencesContent, createDemoManager().$consent.get);
    switches.turn('brevo');
    expect(switches.choices()).toEqual({ analytics: 'deny', mail: 'deny', brevo: 'grant' });
  });

  it('has nothing to decide for an exempt purpose or an unknown id', () => {
    const switches = createSwitches(preferencesContent, createDemoManager().$consent.get);
    expect(switches.canDecide('site')).toBe(false);
    expect(switches.canDecide('nobody')).toBe(false);
    expect(switches.isOn('nobody')).toBe(false);
    expect(switches.canDecide('mail')).toBe(true);
  });
});
