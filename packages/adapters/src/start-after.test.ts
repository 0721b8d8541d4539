// @vitest-environment happy-dom

import type { SiteDefinition } from '@consentry/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearPage, loadNothing, pageWith, settle } from '../../../test/support/page-with-adapters.js';
import type { Adapter } from './define-adapter.js';
import { startAfter } from './start-after.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }],
  vendors: [
    { id: 'base', purposes: ['analytics'] },
    { id: 'tag', purposes: ['marketing'] },
    { id: 'other', purposes: ['marketing'] },
  ],
};
const BASE = 'https://base.example/b.js';

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

/** A page whose vendors write down what they do; `base` loads a script, which arrives when the test says so. */
function newPage(after: Record<string, string[]>, hooks: Record<string, Partial<Adapter>> = {}) {
  const log: string[] = [];
  const scripts: HTMLScriptElement[] = [];
  const errors: unknown[] = [];
  const adapters = ['tag', 'base', 'other'].map(
    (vendor): Adapter => ({
      vendor,
      storage: [],
      onGrant({ loadScript }) {
        log.push(`${vendor} starts`);
        if (vendor === 'base') loadScript(BASE, (script) => void scripts.push(script));
      },
      onWithdraw: () => void log.push(`${vendor} stops`),
      ...hooks[vendor],
    }),
  );
  // Nothing arrives by itself: what the browser would say of a script the test says.
  vi.spyOn(document.documentElement, 'append').mockImplementation(() => {});
  const page = pageWith(
    SITE,
    startAfter(adapters, after, (error) => errors.push(error)),
  );
  const arrive = (how: 'load' | 'error' = 'load') => scripts.pop()?.dispatchEvent(new Event(how));
  return { ...page, log, errors, arrive };
}

describe('a vendor that waits for another', () => {
  it('starts neither before a grant nor before the other’s script is there, and then once', () => {
    const { manager, log, arrive, stop } = newPage({ tag: ['base'] });
    expect(log).toEqual([]);
    manager.grant();
    expect(log).toEqual(['base starts', 'other starts']);
    arrive();
    expect(log).toEqual(['base starts', 'other starts', 'tag starts']);
    manager.grant();
    expect(log).toEqual(['base starts', 'other starts', 'tag starts']);
    stop();
  });

  it('starts as well when the other’s script has failed: a blocked base is no reason to wait for ever', () => {
    const { manager, log, arrive, stop } = newPage({ tag: ['base'] });
    manager.grant();
    arrive('error');
    expect(log).toContain('tag starts');
    stop();
  });

  it('is withheld while the other is not allowed, and starts when it is', () => {
    const { manager, log, arrive, stop } = newPage({ tag: ['base'] });
    manager.decide({ marketing: 'grant', analytics: 'deny' });
    expect(manager.isAllowed('tag')).toBe(true);
    expect(log).toEqual(['other starts']);
    manager.decide({ analytics: 'grant' });
    arrive();
    expect(log).toEqual(['other starts', 'base starts', 'tag starts']);
    stop();
  });

  it('stops with the other, before it, and starts again with it', () => {
    const { manager, log, arrive, stop } = newPage({ tag: ['base'] });
    manager.grant();
    arrive();
    log.length = 0;
    manager.decide({ analytics: 'deny' });
    expect(log).toEqual(['tag stops', 'base stops']);
    log.length = 0;
    manager.decide({ analytics: 'grant' });
    expect(log).toEqual(['base starts', 'tag starts']);
    stop();
  });

  it('stops alone when it alone is withdrawn, and is told nothing that it never began', () => {
    const { manager, log, arrive, stop } = newPage({ tag: ['base'] });
    manager.grant();
    manager.decide({ marketing: 'deny' });
    expect(log).toEqual(['base starts', 'other starts', 'other stops']);
    arrive();
    expect(log).not.toContain('tag starts');
    stop();
  });

  it('asks for a reload when it cannot be stopped with the other', async () => {
    const { manager, reload, arrive, stop } = newPage(
      { tag: ['base'] },
      { tag: { onWithdraw: () => 'reload' } },
    );
    manager.grant();
    arrive();
    await settle();
    expect(reload).not.toHaveBeenCalled();
    manager.decide({ analytics: 'deny' });
    await settle();
    expect(reload).toHaveBeenCalledOnce();
    stop();
  });

  it('waits for all it names, and others may wait for it', () => {
    const { manager, log, arrive, stop } = newPage({ other: ['tag', 'base'], tag: ['base'] });
    manager.grant();
    expect(log).toEqual(['base starts']);
    arrive();
    expect(log).toEqual(['base starts', 'tag starts', 'other starts']);
    stop();
  });

  it('is reported when it fails to start, and the others that wait go on', () => {
    const { manager, log, errors, arrive, stop } = newPage(
      { tag: ['base'], other: ['base'] },
      {
        tag: {
          onGrant() {
            throw new Error('broken tag');
          },
        },
      },
    );
    manager.grant();
    arrive();
    expect(errors).toEqual([new Error('broken tag')]);
    expect(log).toEqual(['base starts', 'other starts']);
    stop();
  });
});

it('A vendor that waits for nobody is left as it is', () => {
  const adapter: Adapter = { vendor: 'other', storage: [] };
  expect(startAfter([adapter], { tag: ['base'] })[0]).toBe(adapter);
});
