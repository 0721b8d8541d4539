import { createConsentManager, type SiteDefinition } from '@consentry/core';
import { createGate } from '@consentry/gate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryBrowser } from '../../../test/support/memory-platform.js';
import { clearPage, loadNothing, settle } from '../../../test/support/page-with-adapters.js';
import { type ConnectOptions, connectAdapters } from './connect.js';
import type { Adapter } from './define-adapter.js';

const SITE: SiteDefinition = {
  purposes: [{ id: 'analytics' }, { id: 'marketing' }],
  vendors: [
    { id: 'first', purposes: ['analytics'] },
    { id: 'second', purposes: ['marketing'] },
    { id: 'third', purposes: ['marketing'] },
  ],
};

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

/** An adapter that writes down what it is told. */
function listening(vendor: string, log: string[], hooks: Partial<Adapter> = {}): Adapter {
  return {
    vendor,
    storage: [{ kind: 'cookie', name: `_${vendor}` }],
    onInit: () => void log.push(`${vendor} init`),
    onChange: () => void log.push(`${vendor} change`),
    onGrant: () => void log.push(`${vendor} grant`),
    onWithdraw: () => void log.push(`${vendor} withdraw`),
    ...hooks,
  };
}

function connect(
  adapters: readonly Adapter[],
  { browser = new MemoryBrowser(), ...options }: Partial<ConnectOptions> & { browser?: MemoryBrowser } = {},
) {
  const manager = createConsentManager(SITE, browser.tab());
  const gate = createGate(manager);
  const errors: unknown[] = [];
  const reload = vi.fn();
  const removeStorage = vi.fn<ConnectOptions['removeStorage']>(options.removeStorage ?? (() => {}));
  const stop = connectAdapters(manager, gate, adapters, {
    onReloadNeeded: reload,
    onError: (error) => errors.push(error),
    ...options,
    removeStorage,
  });
  /** Names whose deletion was asked for so far, call by call. */
  const removed = () => removeStorage.mock.calls.map(([items]) => items.map(({ name }) => name));
  return { browser, manager, gate, errors, reload, removed, stop };
}

describe('connectAdapters', () => {
  it('starts every adapter before one of them is told of a grant', () => {
    const log: string[] = [];
    const browser = new MemoryBrowser();
    createConsentManager(SITE, browser.tab()).grant();
    connect([listening('first', log), listening('second', log)], { browser }).stop();
    expect(log).toEqual([
      'first init',
      'second init',
      'first change',
      'second change',
      'first grant',
      'second grant',
    ]);
  });

  it('tells nobody of a grant or a withdrawal on the page of a visitor who has not decided', () => {
    const log: string[] = [];
    connect([listening('first', log), listening('second', log)]).stop();
    expect(log.filter((entry) => /grant|withdraw/.test(entry))).toEqual([]);
  });

  it('tells all of a decision before the first of them starts or ends', () => {
    const log: string[] = [];
    const { manager, stop } = connect([listening('first', log), listening('second', log)]);
    log.length = 0;
    manager.grant();
    expect(log).toEqual(['first change', 'second change', 'first grant', 'second grant']);
    log.length = 0;
    manager.decide({ analytics: 'deny', marketing: 'grant' });
    expect(log).toEqual(['first change', 'second change', 'first withdraw']);
    stop();
  });

  it('tells of a grant and of a withdrawal once each, however often they are repeated', () => {
    const log: string[] = [];
    const { manager, stop } = connect([listening('first', log)]);
    const said = () => log.filter((entry) => !entry.endsWith('change'));
    manager.grant();
    manager.grant();
    manager.deny();
    manager.deny();
    manager.grant();
    expect(said()).toEqual(['first init', 'first grant', 'first withdraw', 'first grant']);
    stop();
  });

  it('follows a decision that was made in another tab', () => {
    const log: string[] = [];
    const { browser, stop } = connect([listening('first', log)]);
    const other = createConsentManager(SITE, browser.tab());
    other.grant();
    expect(log).toContain('first grant');
    other.deny();
    expect(log).toContain('first withdraw');
    stop();
  });

  it('tells nobody anything once it was stopped', () => {
    const log: string[] = [];
    const { manager, stop } = connect([listening('first', log)]);
    stop();
    log.length = 0;
    manager.grant();
    expect(log).toEqual([]);
  });

  it.each(['onInit', 'onChange', 'onGrant', 'onWithdraw'] as const)(
    'goes on with the others when one throws in %s, and reports it',
    (hook) => {
      const log: string[] = [];
      const broken = listening('first', log, {
        [hook]: () => {
          throw new Error(`broken ${hook}`);
        },
      });
      const { manager, errors, stop } = connect([broken, listening('second', log)]);
      manager.grant();
      manager.deny();
      expect(log.filter((entry) => entry.startsWith('second') && !entry.endsWith('change'))).toEqual([
        'second init',
        'second grant',
        'second withdraw',
      ]);
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) expect(error).toEqual(new Error(`broken ${hook}`));
      stop();
    },
  );

  it('goes on when deleting fails, reports it, and reloads nevertheless', async () => {
    const { manager, errors, reload, stop } = connect(
      [listening('first', [], { onWithdraw: () => 'reload' })],
      {
        removeStorage: (items) => {
          if (items.length > 0) throw new Error('refused');
        },
      },
    );
    manager.grant();
    manager.deny();
    await settle();
    // Once at page start, before anything was decided, and once for the withdrawal.
    expect(errors).toEqual([new Error('refused'), new Error('refused')]);
    expect(reload).toHaveBeenCalledOnce();
    stop();
  });
});

describe('a reload after a withdrawal', () => {
  const stuck = () => listening('first', [], { onWithdraw: () => 'reload' });

  it('waits until what was stored is gone', async () => {
    const order: string[] = [];
    let done = () => {};
    const { manager, stop } = connect([stuck()], {
      removeStorage: (items) =>
        items.length === 0
          ? undefined
          : new Promise<void>((resolve) => {
              done = () => {
                order.push('deleted');
                resolve();
              };
            }),
      onReloadNeeded: () => void order.push('reload'),
    });
    manager.grant();
    manager.deny();
    await settle();
    expect(order).toEqual([]);
    done();
    await settle();
    expect(order).toEqual(['deleted', 'reload']);
    stop();
  });

  it('is not asked for when all that ran could be stopped', async () => {
    const { manager, reload, stop } = connect([listening('first', [])]);
    manager.grant();
    manager.deny();
    await settle();
    expect(reload).not.toHaveBeenCalled();
    stop();
  });

  it('is not asked for when the browser did not keep the decision, since it would be forgotten', async () => {
    const { browser, manager, reload, stop } = connect([stuck()]);
    manager.grant();
    browser.forgets = true;
    manager.deny();
    await settle();
    expect(manager.isAllowed('first')).toBe(false);
    expect(reload).not.toHaveBeenCalled();
    stop();
  });

  it('is asked for when a marked script has run that no adapter can stop', async () => {
    document.body.innerHTML =
      '<script type="text/plain" data-consentry="analytics" src="https://v.example/a.js"></script>';
    const { manager, gate, reload, stop } = connect([]);
    manager.deny();
    await settle();
    expect(reload).not.toHaveBeenCalled();
    manager.grant();
    expect([...gate.ran]).toEqual(['analytics']);
    manager.deny();
    await settle();
    expect(reload).toHaveBeenCalledOnce();
    stop();
  });

  it('is not asked for when the adapter of the marked script stops it', async () => {
    document.body.innerHTML =
      '<script type="text/plain" data-consentry="first" src="https://v.example/a.js"></script>';
    const { manager, gate, reload, stop } = connect([listening('first', [])]);
    manager.grant();
    expect([...gate.ran]).toEqual(['first']);
    manager.deny();
    await settle();
    expect(reload).not.toHaveBeenCalled();
    stop();
  });
});

describe('what vendors have stored', () => {
  it('is deleted where it was left from before anybody asked, and stays while a vendor is allowed', () => {
    const browser = new MemoryBrowser();
    const first = connect([listening('first', []), listening('second', [])], { browser });
    expect(first.removed().flat()).toEqual(['_first', '_second']);
    first.manager.grant();
    first.stop();
    const second = connect([listening('first', []), listening('second', [])], { browser });
    expect(second.removed().flat()).toEqual([]);
    second.stop();
  });

  it('is deleted when it is refused, of the refused vendors alone', () => {
    const { manager, removed, stop } = connect([listening('first', []), listening('second', [])]);
    manager.decide({ analytics: 'grant', marketing: 'deny' });
    expect(removed()).toEqual([['_first', '_second'], ['_second']]);
    stop();
  });

  it('stays while one of those who store it is allowed, by name or by pattern', () => {
    const cookies = (...names: string[]) => ({
      storage: names.map((name) => ({ kind: 'cookie', name }) as const),
    });
    const { manager, removed, stop } = connect([
      listening('first', [], cookies('_ad_*', '_both')),
      listening('second', [], cookies('_ad_click', '_both', '_own')),
    ]);
    manager.decide({ analytics: 'grant', marketing: 'deny' });
    expect(removed().at(-1)).toEqual(['_own']);
    manager.deny();
    expect(removed().at(-1)).toEqual(['_ad_*', '_both', '_ad_click', '_both', '_own']);
    stop();
  });

  it('is deleted again at the start of every page of a visitor who refused or withdrew', () => {
    const browser = new MemoryBrowser();
    const earlier = createConsentManager(SITE, browser.tab());
    earlier.grant();
    earlier.decide({ analytics: 'grant', marketing: 'deny' });
    const { removed, stop } = connect(
      [listening('first', []), listening('second', []), listening('third', [])],
      { browser },
    );
    expect(removed()).toEqual([['_second', '_third']]);
    stop();
  });

  it('is deleted when a grant has expired', () => {
    const browser = new MemoryBrowser();
    createConsentManager(SITE, browser.tab()).grant();
    browser.nowMs += 181 * 86_400_000;
    const { manager, removed, stop } = connect([listening('first', [])], { browser });
    expect(manager.status('analytics')).toBe('expired');
    expect(removed()).toEqual([['_first']]);
    stop();
  });
});
