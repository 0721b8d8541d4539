import { describe, expect, it, vi } from 'vitest';
import { DAY_MS, MemoryBrowser } from '../../../test/support/memory-platform.js';
import { createConsentManager } from './consent.js';
import type { Decision } from './decider.js';
import type { SiteDefinition } from './site.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'site', exempt: true }, { id: 'analytics' }, { id: 'marketing', signals: ['gpc'] }],
  vendors: [
    { id: 'counter', purposes: ['analytics'] },
    { id: 'pixel', purposes: ['marketing'] },
    { id: 'both', purposes: ['analytics', 'marketing'] },
    { id: 'login', purposes: ['site'] },
  ],
};
const ALL = ['analytics', 'marketing', 'counter', 'pixel', 'both'];

function visit(browser = new MemoryBrowser(), site = SITE) {
  return { browser, manager: createConsentManager(site, browser.tab()) };
}
const allowed = (manager: { isAllowed(id: string): boolean }) => ALL.filter((id) => manager.isAllowed(id));

describe('a first visit', () => {
  it('allows nothing but what is exempt, and asks for the rest', () => {
    const { manager } = visit();
    expect(allowed(manager)).toEqual([]);
    expect(manager.isAllowed('site')).toBe(true);
    expect(manager.isAllowed('login')).toBe(true);
    expect(manager.status('site')).toBeUndefined();
    expect(manager.status('analytics')).toBe('undecided');
    expect(manager.$consent.get().pending).toEqual(['analytics', 'marketing']);
  });

  it('stores nothing before a decision', () => {
    const { browser } = visit();
    expect(browser.values).toEqual([]);
  });

  it('allows what is not refused where the regime is notice, and still shows the notice', () => {
    const { manager } = visit(undefined, { ...SITE, regime: { model: 'notice' } });
    expect(allowed(manager)).toEqual(ALL);
    expect(manager.$consent.get().pending).toEqual(['analytics', 'marketing']);
    manager.deny();
    expect(allowed(manager)).toEqual([]);
  });
});

describe('a decision', () => {
  it('allows a granted purpose and its vendors, and nothing else', () => {
    const { manager } = visit();
    manager.grant(['analytics']);
    expect(allowed(manager)).toEqual(['analytics', 'counter']);
    expect(manager.status('marketing')).toBe('undecided');
  });

  it('holds on the next page', () => {
    const { browser, manager } = visit();
    manager.grant();
    const next = visit(browser).manager;
    expect(allowed(next)).toEqual(ALL);
    expect(next.$consent.get().pending).toEqual([]);
    expect(next.$consent.get().subject).toHaveLength(22);
  });

  it('is withdrawn by a denial, for every vendor under it', () => {
    const { manager } = visit();
    manager.grant();
    manager.deny(['marketing']);
    expect(manager.status('marketing')).toBe('withdrawn');
    expect(manager.status('pixel')).toBe('withdrawn');
    expect(allowed(manager)).toEqual(['analytics', 'counter']);
  });

  it('can except one vendor under a granted purpose', () => {
    const { manager } = visit();
    manager.decide({ analytics: 'grant', marketing: 'grant', counter: 'deny' });
    expect(allowed(manager)).toEqual(['analytics', 'marketing', 'pixel', 'both']);
    expect(manager.status('counter')).toBe('denied');
  });

  it('can allow one vendor under a denied purpose', () => {
    const { manager } = visit();
    manager.decide({ analytics: 'deny', marketing: 'deny', pixel: 'grant' });
    expect(allowed(manager)).toEqual(['pixel']);
  });

  it('on a purpose takes back what was decided on its vendors one by one', () => {
    const { manager } = visit();
    manager.decide({ marketing: 'deny', pixel: 'grant' });
    manager.deny();
    expect(allowed(manager)).toEqual([]);
  });

  it('by the controller revokes and stays revoked', () => {
    const { browser, manager } = visit();
    manager.grant();
    manager.decide({ pixel: 'revoke' });
    browser.nowMs += 400 * DAY_MS;
    expect(visit(browser).manager.status('pixel')).toBe('revoked');
  });

  it('on an unknown or exempt id is reported and changes nothing', () => {
    const { browser, manager } = visit();
    manager.grant(['site', 'nobody', '__proto__']);
    expect(browser.errors.map(({ code }) => code)).toEqual(['unknown-id', 'unknown-id', 'unknown-id']);
    expect(browser.values).toEqual([]);
    expect(manager.isAllowed('nobody')).toBe(false);
    expect(manager.isAllowed('constructor')).toBe(false);
  });

  it('is told with everything a record needs, before anything is released', () => {
    const { browser, manager } = visit();
    const decisions: Decision[] = [];
    manager.onDecision((decision) => {
      decisions.push(decision);
      expect(manager.isAllowed('analytics')).toBe(false);
      expect(browser.values).toHaveLength(1);
    });
    manager.grant(['analytics'], { via: 'banner', language: 'ja', shown: 'sha256-x' });
    expect(decisions[0]).toMatchObject({
      via: 'banner',
      language: 'ja',
      shown: 'sha256-x',
      at: browser.nowMs,
      noticeVersion: 1,
      model: 'opt-in',
      gpc: false,
      choices: { analytics: 'grant' },
      statuses: { analytics: 'granted', marketing: 'undecided', counter: 'granted', pixel: 'undecided' },
    });
    expect(decisions[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(decisions[0]?.previous).toBeUndefined();
    expect(manager.$consent.get().record).toBe(decisions[0]?.id);
  });

  it('names the record before it', () => {
    const { manager } = visit();
    const ids: (string | undefined)[] = [];
    manager.onDecision(({ id, previous }) => ids.push(previous, id));
    manager.grant();
    manager.deny();
    expect(ids[2]).toBe(ids[1]);
    expect(ids[3]).not.toBe(ids[1]);
  });

  it('reaches every listener though one of them throws', () => {
    const { browser, manager } = visit();
    const heard = vi.fn();
    manager.onDecision(() => {
      throw new Error('bad listener');
    });
    manager.onDecision(heard);
    manager.$consent.listen(heard);
    manager.grant();
    expect(heard).toHaveBeenCalledTimes(2);
    expect(browser.errors).toEqual([new Error('bad listener')]);
  });
});

describe('waiting', () => {
  it('runs once when the purpose is allowed, and not before', () => {
    const { manager } = visit();
    const run = vi.fn();
    manager.whenAllowed('analytics', run);
    manager.deny();
    expect(run).not.toHaveBeenCalled();
    manager.grant();
    manager.deny();
    manager.grant();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs at once when it is allowed already', () => {
    const { manager } = visit();
    const run = vi.fn();
    manager.whenAllowed('site', run);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not run after it was given up', () => {
    const { manager } = visit();
    const run = vi.fn();
    manager.whenAllowed('analytics', run)();
    manager.grant();
    expect(run).not.toHaveBeenCalled();
  });
});

describe('time', () => {
  it('expires a grant and asks again', () => {
    const { browser, manager } = visit();
    manager.grant();
    browser.nowMs += 180 * DAY_MS;
    const later = visit(browser).manager;
    expect(later.status('analytics')).toBe('expired');
    expect(allowed(later)).toEqual([]);
    expect(later.$consent.get().pending).toEqual(['analytics', 'marketing']);
  });

  it('expires a grant in a page that was left open', () => {
    const { browser, manager } = visit();
    manager.grant();
    browser.nowMs += 180 * DAY_MS;
    manager.refresh();
    expect(allowed(manager)).toEqual([]);
  });

  it('keeps quiet after a denial for its own time', () => {
    const { browser, manager } = visit(undefined, { ...SITE, regime: { grantDays: 30, denyDays: 90 } });
    manager.deny();
    browser.nowMs += 89 * DAY_MS;
    manager.refresh();
    expect(manager.$consent.get().pending).toEqual([]);
    browser.nowMs += DAY_MS;
    manager.refresh();
    expect(manager.$consent.get().pending).toEqual(['analytics', 'marketing']);
  });

  it('never lets a denial run out into permission, where what is undecided may run', () => {
    for (const model of ['opt-out', 'notice'] as const) {
      const { browser, manager } = visit(undefined, { ...SITE, regime: { model } });
      manager.deny();
      browser.nowMs += 400 * DAY_MS;
      manager.refresh();
      expect(manager.$consent.get().pending).toEqual(['analytics', 'marketing']);
      expect(allowed(manager)).toEqual([]);
      // Nor does a notice that has changed since.
      const purposes = SITE.purposes.map((purpose) => ({ ...purpose, since: 2 }));
      const changed = visit(browser, { ...SITE, purposes, noticeVersion: 2, regime: { model } }).manager;
      expect(allowed(changed)).toEqual([]);
      changed.grant();
      expect(allowed(changed)).toEqual(ALL);
    }
  });

  it('keeps an old denial through a decision on something else', () => {
    const { browser, manager } = visit(undefined, { ...SITE, regime: { model: 'opt-out' } });
    manager.deny(['analytics']);
    const purposes = SITE.purposes.map((purpose) => ({ ...purpose, since: 2 }));
    const changed = { ...SITE, purposes, noticeVersion: 2, regime: { model: 'opt-out' } } as const;
    visit(browser, changed).manager.grant(['marketing']);
    expect(allowed(visit(browser, changed).manager)).toEqual(['marketing', 'pixel']);
  });

  it('does not shorten the quiet after a late withdrawal by the age of the grant', () => {
    const { browser, manager } = visit();
    manager.grant();
    browser.nowMs += 179 * DAY_MS;
    manager.deny(['analytics']);
    browser.nowMs += DAY_MS;
    manager.refresh();
    expect(manager.$consent.get().pending).toEqual(['marketing']);
  });

  it('stays withheld when the clock has gone backwards', () => {
    const { browser, manager } = visit();
    manager.grant();
    browser.nowMs -= DAY_MS;
    expect(allowed(visit(browser).manager)).toEqual([]);
  });
});

describe('a changed notice', () => {
  const decided = () => {
    const { browser, manager } = visit();
    manager.grant();
    return browser;
  };

  it('asks only for a purpose that is new', () => {
    const site = {
      ...SITE,
      noticeVersion: 2,
      purposes: [...SITE.purposes, { id: 'support', since: 2 }],
    };
    const { manager } = visit(decided(), site);
    expect(manager.$consent.get().pending).toEqual(['support']);
    expect(allowed(manager)).toEqual(ALL);
    manager.deny(['support']);
    expect(allowed(manager)).toEqual(ALL);
    expect(manager.isAllowed('support')).toBe(false);
    expect(manager.$consent.get().pending).toEqual([]);
  });

  it('asks again for a purpose that changed materially', () => {
    const purposes = SITE.purposes.map((purpose) =>
      purpose.id === 'analytics' ? { ...purpose, since: 2 } : purpose,
    );
    const { manager } = visit(decided(), { ...SITE, noticeVersion: 2, purposes });
    expect(manager.$consent.get().pending).toEqual(['analytics']);
    expect(allowed(manager)).toEqual(['marketing', 'pixel']);
    // Deciding on something else is no decision on what changed.
    manager.deny(['marketing']);
    expect(manager.status('analytics')).toBe('undecided');
  });

  it('asks nothing when only its number changed', () => {
    const { manager } = visit(decided(), { ...SITE, noticeVersion: 2 });
    expect(manager.$consent.get().pending).toEqual([]);
  });

  it('withholds and asks for a vendor that joined a granted purpose', () => {
    const site = { ...SITE, vendors: [...SITE.vendors, { id: 'newcomer', purposes: ['analytics'] }] };
    const { manager } = visit(decided(), site);
    expect(manager.isAllowed('newcomer')).toBe(false);
    expect(manager.status('newcomer')).toBe('undecided');
    expect(manager.$consent.get().pending).toEqual(['newcomer']);
    manager.grant(['newcomer']);
    expect(manager.isAllowed('newcomer')).toBe(true);
    expect(manager.$consent.get().pending).toEqual([]);
  });

  it('does not ask for a vendor that joined a denied purpose', () => {
    const { browser, manager } = visit();
    manager.deny();
    const site = { ...SITE, vendors: [...SITE.vendors, { id: 'newcomer', purposes: ['analytics'] }] };
    const next = visit(browser, site).manager;
    expect(next.$consent.get().pending).toEqual([]);
    expect(next.status('newcomer')).toBe('denied');
    expect(next.isAllowed('newcomer')).toBe(false);
  });
});

describe('Global Privacy Control', () => {
  const withSignal = () => {
    const browser = new MemoryBrowser();
    browser.gpc = true;
    return browser;
  };

  it('keeps its purposes off without asking for them', () => {
    const { manager } = visit(withSignal());
    expect(manager.$consent.get().pending).toEqual(['analytics']);
    expect(manager.$consent.get().entries.marketing?.refusedBySignal).toBe(true);
  });

  it('is not overruled by a grant of everything', () => {
    const { manager } = visit(withSignal());
    manager.grant();
    expect(allowed(manager)).toEqual(['analytics', 'counter']);
  });

  it('is overruled by a grant of the purpose itself, made in its presence', () => {
    const { browser, manager } = visit(withSignal());
    manager.grant(['marketing']);
    expect(visit(browser).manager.isAllowed('pixel')).toBe(true);
    manager.deny(['marketing']);
    expect(manager.isAllowed('pixel')).toBe(false);
  });

  it('overrules a grant that was made before it was switched on', () => {
    const { browser, manager } = visit();
    manager.grant();
    browser.gpc = true;
    expect(allowed(visit(browser).manager)).toEqual(['analytics', 'counter']);
  });

  it('holds in an opt-out regime, where nothing else is refused', () => {
    const { manager } = visit(withSignal(), { ...SITE, regime: { model: 'opt-out' } });
    expect(allowed(manager)).toEqual(['analytics', 'counter']);
  });

  it('changes nothing where the regime only informs of it', () => {
    const { manager } = visit(withSignal(), { ...SITE, regime: { gpc: 'inform' } });
    manager.grant();
    expect(allowed(manager)).toEqual(ALL);
    expect(manager.$consent.get().gpc).toBe(true);
  });
});

describe('several tabs', () => {
  it('follow a decision at once', () => {
    const { browser, manager } = visit();
    const other = visit(browser).manager;
    const heard = vi.fn();
    other.$consent.listen(heard);
    manager.grant();
    expect(allowed(other)).toEqual(ALL);
    manager.deny();
    expect(allowed(other)).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('follow though the cookie has not reached them yet', () => {
    const { browser, manager } = visit();
    const late = new MemoryBrowser();
    const { tabs } = browser.tab();
    const other = createConsentManager(SITE, { ...late.tab(), ...(tabs ? { tabs } : {}) });
    manager.grant();
    expect(late.values).toEqual([]);
    expect(allowed(other)).toEqual(ALL);
    manager.deny();
    expect(allowed(other)).toEqual([]);
  });

  it('of an older page keep a refusal of what they do not know, and a grant of it is asked for again', () => {
    const newer = {
      ...SITE,
      vendors: [
        ...SITE.vendors,
        { id: 'newcomer', purposes: ['analytics'] },
        { id: 'other', purposes: ['analytics'] },
      ],
      regime: { model: 'opt-out' as const },
    };
    const browser = new MemoryBrowser();
    createConsentManager(newer, browser.tab()).decide({ newcomer: 'deny', other: 'grant' });
    visit(browser).manager.grant(['marketing']);
    const { status, isAllowed } = createConsentManager(newer, browser.tab());
    expect(status('newcomer')).toBe('denied');
    expect(isAllowed('newcomer')).toBe(false);
    expect(status('other')).toBe('undecided');
    expect(status('marketing')).toBe('granted');
  });

  it('stop following when they are closed', () => {
    const { browser, manager } = visit();
    const other = visit(browser).manager;
    other.close();
    manager.grant();
    expect(allowed(other)).toEqual([]);
  });
});

describe('storage that fails', () => {
  it.each([
    ['garbage', ['%%%;<script>']],
    ['an empty value', ['']],
    ['another version', ['2.1.i.AAAAAAAAAAAAAAAAAAAAAA.0..g0~AAAA']],
    ['a value cut short', ['1.1.i.AAAAAAAAAAAAAAAAAA']],
    ['a very long value', [`1.1.i.AAAAAAAAAAAAAAAAAAAAAA.0..g0~${'AAAA'.repeat(5000)}`]],
  ])('leaves everything undecided for %s', (_, values) => {
    const browser = new MemoryBrowser();
    browser.values = values;
    const { manager } = visit(browser);
    expect(allowed(manager)).toEqual([]);
    expect(manager.$consent.get().pending).toEqual(['analytics', 'marketing']);
    manager.grant();
    expect(allowed(visit(browser).manager)).toEqual(ALL);
  });

  it.each([['garbage'], ['']])(
    'counts a cookie that cannot be read as a no, where what is undecided may run (%j)',
    (value) => {
      const browser = new MemoryBrowser();
      browser.values = [value];
      const { manager } = visit(browser, { ...SITE, regime: { model: 'opt-out' } });
      expect(allowed(manager)).toEqual([]);
      expect(manager.$consent.get().pending).toEqual(['analytics', 'marketing']);
      manager.grant();
      expect(allowed(manager)).toEqual(ALL);
    },
  );

  it('counts refused cookies as a no, where what is undecided may run', () => {
    const browser = new MemoryBrowser();
    browser.refusesCookies = true;
    const { manager } = visit(browser, { ...SITE, regime: { model: 'notice' } });
    expect(allowed(manager)).toEqual([]);
    manager.grant();
    expect(allowed(manager)).toEqual(ALL);
  });

  it('leaves everything undecided when two cookies of the name disagree', () => {
    const { browser, manager } = visit();
    manager.grant();
    const granted = browser.values[0] as string;
    manager.deny();
    browser.values.push(granted);
    const next = visit(browser).manager;
    expect(allowed(next)).toEqual([]);
    expect(next.status('analytics')).toBe('undecided');
  });

  it.each(['refusesCookies', 'forgets'] as const)(
    'still lets the visitor decide for this page when the browser %s',
    (how) => {
      const browser = new MemoryBrowser();
      browser[how] = true;
      const { manager } = visit(browser);
      expect(allowed(manager)).toEqual([]);
      manager.grant();
      manager.refresh();
      expect(allowed(manager)).toEqual(ALL);
      expect(manager.$consent.get().unsaved).toBe(true);
      expect(browser.errors.map(({ code }) => code)).toEqual(['storage-refused']);
      expect(allowed(visit(browser).manager)).toEqual([]);
    },
  );
});
