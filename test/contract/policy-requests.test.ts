import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRequest, openRequests } from '../../examples/policies/server/keep-requests.mjs';

const request = { right: 'disclosure', name: '花子', email: 'hanako@example.com', message: 'すべて' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consentry-requests-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('requests that come by the form of a policy site', () => {
  it('are kept for their owner alone, and counted so that nobody buries the others', async () => {
    let time = Date.UTC(2026, 10, 22);
    const file = join(folder, 'requests.jsonl');
    const requests = openRequests({ file, mostAnHour: 2, now: () => new Date(time) });
    const first = await requests.keep(request);
    expect(first).toBeDefined();
    expect(await requests.keep(request)).toBeDefined();
    expect(await requests.keep(request)).toBeUndefined();
    time += 3_600_000;
    expect(await requests.keep(request)).toBeDefined();
    const kept = await requests.list();
    expect(kept).toHaveLength(3);
    expect(kept[0]).toEqual({ id: first, at: '2026-11-22T00:00:00.000Z', ...request });
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('say by field what is missing, and take nothing that was not asked for', () => {
    expect(checkRequest({ ...request, admin: 'yes' }, ['disclosure'])).toEqual({ request, wrong: [] });
    expect(checkRequest({ right: 'everything', email: 'nobody' }, ['disclosure']).wrong).toEqual([
      'right',
      'name',
      'email',
      'message',
    ]);
  });
});
