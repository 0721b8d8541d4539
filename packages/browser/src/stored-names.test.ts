import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storedNames } from './stored-names.js';

beforeEach(() => {
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://example.com/',
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
  document.cookie = '_ga=; max-age=-1; path=/';
});

describe('storedNames', () => {
  it('has the names of cookies and of both web storages', () => {
    expect(storedNames().replace(/,/g, '')).toBe('');
    document.cookie = '_ga=1; path=/';
    localStorage.setItem('track-1', 'x');
    sessionStorage.setItem('tab', 'x');
    for (const name of ['_ga', 'track-1', 'tab']) expect(storedNames()).toContain(name);
  });

  it.each(['localStorage', 'sessionStorage'] as const)('is empty where the browser refuses %s', (kind) => {
    document.cookie = '_ga=1; path=/';
    vi.spyOn(globalThis, kind, 'get').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(storedNames()).toBe('');
  });
});
