import { createOutbox } from '@consentry/receipts-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasUnsentRecords } from './unsent-records.js';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('hasUnsentRecords', () => {
  it('tells whether a record waits in the outbox, whatever else is stored', () => {
    localStorage.setItem('theme', 'dark');
    expect(hasUnsentRecords()).toBe(false);
    createOutbox().put('01a1fce7-9d80-7000-8000-000000000001', '{}');
    expect(hasUnsentRecords()).toBe(true);
  });

  it('is no where the browser refuses storage', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(hasUnsentRecords()).toBe(false);
  });
});
