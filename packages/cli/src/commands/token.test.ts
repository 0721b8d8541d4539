import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { type TokenOptions, token } from './token.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
beforeEach(async () => {
  folder = await createSiteFolder();
});
afterEach(() => folder.clear());

const NOON = Date.UTC(2026, 10, 21, 12);
async function run(action: string, changes: Partial<TokenOptions> = {}) {
  const lines: string[] = [];
  const options = {
    data: folder.path('.'),
    id: undefined,
    role: 'reader',
    label: 'audit',
    days: 90,
    graceHours: 24,
  };
  const error = await token({ ...options, action, now: () => NOON, ...changes }, (line) =>
    lines.push(line),
  ).then(
    () => undefined,
    (reason) => reason,
  );
  if (error && !(error instanceof CommandError)) throw error;
  return { lines, message: error?.message as string, exitCode: error?.exitCode as number | undefined };
}
const idOf = (line = '') => /tok_[\w-]+/.exec(line)?.[0] ?? '';

describe('consentry token', () => {
  it('makes a token that is shown once, and lists it without showing it', async () => {
    const { lines } = await run('create');
    expect(lines[0]).toMatch(/^Token {6}consentry_reader_[\w-]{32}$/);
    const id = idOf(lines[1]);
    expect((await run('list')).lines).toEqual([`${id}  reader  expires 2027-02-19T12:00:00.000Z  audit`]);
  });

  it('puts another in its place, and lets the old one live as long as it is told to', async () => {
    const id = idOf((await run('create')).lines[1]);
    const { lines } = await run('rotate', { id });
    expect(lines[0]).toMatch(/^Token {6}consentry_reader_/);
    expect(lines.at(-1)).toBe(`${id} stays valid for 24 hours.`);
    const listed = (await run('list')).lines;
    expect(listed).toHaveLength(2);
    expect(listed.join()).toContain(`${id}  reader  revoked 2026-11-22T12:00:00.000Z`);
  });

  it('revokes', async () => {
    const id = idOf((await run('create')).lines[1]);
    expect((await run('revoke', { id })).exitCode).toBeUndefined();
    expect((await run('list')).lines[0]).toContain('revoked 2026-11-21T12:00:00.000Z');
  });

  it.each([
    ['create', { role: 'king' }, 2],
    ['create', { role: undefined }, 2],
    ['rotate', {}, 2],
    ['rotate', { id: 'tok_none' }, 1],
    ['revoke', { id: 'tok_none' }, 1],
    ['forget', {}, 2],
  ] as const)('ends %s with %j by exit code %i', async (action, changes, exitCode) => {
    expect((await run(action, changes as Partial<TokenOptions>)).exitCode).toBe(exitCode);
  });
});
