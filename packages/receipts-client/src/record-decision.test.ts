import { createConsentManager } from '@consentry/core';
import { parseRecord } from '@consentry/receipts';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutbox } from './outbox.js';
import { readEntries } from './outbox-entries.js';
import { recordDecision } from './record-decision.js';

const site = { purposes: [{ id: 'analytics' }], vendors: [{ id: 'matomo', purposes: ['analytics'] }] };
const manager = createConsentManager(site);

afterEach(() => localStorage.clear());

describe('recordDecision', () => {
  it('keeps nothing before a decision and a valid record of it after', () => {
    const outbox = createOutbox();
    const queued: string[] = [];
    const stop = recordDecision(manager, {
      site: 'omakase',
      sdk: '0.1.0',
      outbox,
      onQueued: (id) => queued.push(id),
    });
    expect(localStorage.length).toBe(0);

    manager.grant(['analytics'], { via: 'banner', language: 'en' });

    const [entry] = readEntries(outbox, () => {});
    const parsed = parseRecord(JSON.parse(entry?.text ?? 'null'));
    expect(parsed).toMatchObject({
      record: { id: entry?.id, choices: { analytics: 'grant' }, statuses: { matomo: 'granted' } },
    });
    expect(queued).toEqual([entry?.id]);

    stop();
    manager.deny(['analytics']);
    expect(readEntries(outbox, () => {})).toHaveLength(1);
  });

  it('has the record in the outbox before what was granted may run', () => {
    const outbox = createOutbox();
    manager.deny(['analytics']);
    const stop = recordDecision(manager, { site: 'omakase', sdk: '0.1.0', outbox });
    let waitingWhenReleased = 0;
    manager.whenAllowed('analytics', () => {
      waitingWhenReleased = readEntries(outbox, () => {}).length;
    });
    manager.grant(['analytics']);
    expect(waitingWhenReleased).toBe(1);
    stop();
  });
});
