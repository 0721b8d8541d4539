import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumCandidates } from './open-browser.js';

describe('the browser to measure in', () => {
  const env = { PATH: ['/a', '/b'].join(delimiter) };

  it('is the one that is named, and no other', () => {
    const places = { env: { ...env, CONSENTRY_CHROMIUM: '/mine' }, exists: () => true, own: '/own' };
    expect(chromiumCandidates(places)).toEqual(['/mine']);
  });

  it('is else Playwright’s own, then one on the path, of those that are there', () => {
    const there = ['/own', join('/b', 'chromium'), join('/a', 'google-chrome')];
    const exists = (file: string) => there.includes(file);
    expect(chromiumCandidates({ env, exists, own: '/own' })).toEqual(there);
    expect(chromiumCandidates({ env, exists, own: undefined })).toEqual(there.slice(1));
  });

  it('is nowhere on a machine that has none', () => {
    expect(chromiumCandidates({ env, exists: () => false, own: '/own' })).toEqual([]);
  });
});
