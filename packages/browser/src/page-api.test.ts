import { createConsentManager } from '@consentry/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { announce } from './announce.js';
import { createDecidingApi } from './deciding-api.js';
import { createPageApi, type PageApi } from './page-api.js';
import type { Deciding } from './parts.js';

const SITE = { purposes: [{ id: 'analytics' }, { id: 'media' }], vendors: [] };
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** The API of a page; `arrives` is false where the deciding half cannot be loaded. */
function api({ arrives = true, receipts = [] as unknown[] } = {}) {
  const manager = createConsentManager(SITE, new MemoryBrowser().tab());
  const errors: unknown[] = [];
  const show = vi.fn(async () => {});
  const showPreferences = vi.fn(async () => {});
  const deciding: Deciding = {
    api: createDecidingApi(manager, { show, showPreferences, receipts: async () => receipts }),
    manager,
    openPreferences: async () => {},
    embedPreferences: async () => {},
  };
  const onError = (error: unknown) => void errors.push(error);
  const withDeciding = async <T>(run: (deciding: Deciding) => T): Promise<T | void> => {
    try {
      if (!arrives) throw new Error('did not load');
      return await run(deciding);
    } catch (error) {
      onError(error);
    }
  };
  const made = createPageApi(manager as never, withDeciding, onError);
  return { api: made, manager, errors, show, showPreferences };
}

describe('the queue of a page', () => {
  it('runs each function with the API, in order', () => {
    const { api: page } = api();
    const calls: unknown[] = [];
    page.push(
      (given) => calls.push(['first', given]),
      (given) => calls.push(['second', given]),
    );
    page.push((given) => calls.push(['third', given]));
    expect(calls).toEqual([
      ['first', page],
      ['second', page],
      ['third', page],
    ]);
  });

  it('reports a function that throws, or is none, and runs the others', () => {
    const { api: page, errors } = api();
    const after = vi.fn();
    const queue = [
      () => {
        throw new Error('broken');
      },
      'no function',
      after,
    ] as ((api: PageApi) => void)[];
    expect(() => page.push(...queue)).not.toThrow();
    expect(after).toHaveBeenCalledOnce();
    expect(errors).toHaveLength(2);
    expect(errors[0]).toEqual(new Error('broken'));
    expect(errors[1]).toBeInstanceOf(TypeError);
  });
});

describe('a listener of a page', () => {
  it('to ready is called though it comes late, with the API', () => {
    const { api: page } = api();
    const late = vi.fn();
    stops.push(page.on('ready', late));
    expect(late).toHaveBeenCalledOnce();
    expect(late).toHaveBeenCalledWith(page);
  });

  it('to ready that throws is reported', () => {
    const { api: page, errors } = api();
    const broken = () => {
      throw new Error('broken');
    };
    expect(() => stops.push(page.on('ready', broken))).not.toThrow();
    expect(errors).toEqual([new Error('broken')]);
  });

  it('to decisions is called with each, not for those before it, until it stops', () => {
    const { api: page } = api();
    announce('decision', 'before');
    const heard = vi.fn();
    const stop = page.on('decision', heard);
    expect(heard).not.toHaveBeenCalled();
    announce('decision', 'first');
    announce('released', 'something else');
    stop();
    announce('decision', 'after');
    expect(heard.mock.calls).toEqual([['first']]);
  });
});

describe('the acts of a page', () => {
  it('have taken effect when their promise resolves', async () => {
    const { api: page, manager } = api();
    expect(page.isAllowed('analytics')).toBe(false);
    await page.grant('analytics');
    expect(page.isAllowed('analytics')).toBe(true);
    expect(page.status('media')).toBe('undecided');
    await page.withdraw('analytics');
    expect(page.status('analytics')).toBe('withdrawn');
    await page.decide({ analytics: 'grant', media: 'deny' });
    expect([page.status('analytics'), page.status('media')]).toEqual(['granted', 'denied']);
    expect(manager.isAllowed('analytics')).toBe(true);
  });

  it('are about every purpose when they name none', async () => {
    const { api: page } = api();
    await page.grant();
    expect([page.isAllowed('analytics'), page.isAllowed('media')]).toEqual([true, true]);
    await page.deny();
    expect([page.isAllowed('analytics'), page.isAllowed('media')]).toEqual([false, false]);
  });

  it('never reject, whatever they are about and whether or not the file came', async () => {
    const known = api();
    await expect(known.api.grant('nobody')).resolves.toBeUndefined();
    expect(known.errors).toEqual([]);
    const alone = api({ arrives: false });
    const { grant, deny, withdraw, decide, receipt, receipts } = alone.api;
    await expect(
      Promise.all([grant(), deny(), withdraw(), decide({ analytics: 'grant' }), receipt(), receipts()]),
    ).resolves.toEqual([undefined, undefined, undefined, undefined, undefined, []]);
    expect(alone.errors).toHaveLength(6);
    expect(alone.api.isAllowed('analytics')).toBe(false);
  });

  it('run what waits for a purpose once, when it is allowed', async () => {
    const { api: page } = api();
    const run = vi.fn();
    page.whenAllowed('analytics', run);
    await page.deny();
    expect(run).not.toHaveBeenCalled();
    await page.grant();
    await page.grant();
    expect(run).toHaveBeenCalledOnce();
  });

  it('show what the visitor is asked, and the preferences', async () => {
    const { api: page, show, showPreferences } = api();
    await page.show();
    expect(show).toHaveBeenCalledOnce();
    expect(showPreferences).not.toHaveBeenCalled();
    await page.showPreferences();
    expect(showPreferences).toHaveBeenCalledOnce();
  });
});

describe('the receipts of a page', () => {
  it('are those of this browser, the latest first', async () => {
    const { api: page } = api({ receipts: ['second', 'first'] });
    expect(await page.receipts()).toEqual(['second', 'first']);
    expect(await page.receipt()).toBe('second');
  });

  it('are none before the server has answered', async () => {
    const { api: page } = api();
    expect(await page.receipts()).toEqual([]);
    expect(await page.receipt()).toBeUndefined();
  });
});
