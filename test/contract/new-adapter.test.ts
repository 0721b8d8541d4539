// @vitest-environment happy-dom

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AdapterFactory } from '@consentry/adapters/define-adapter';
import type { VendorDescription } from '@consentry/adapters/describe-vendor';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearPage, loadNothing, pageWith, scriptUrls, settle } from '../support/page-with-adapters.js';

let folder: string;
const newAdapter = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.dev/new-adapter.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const into = (...args: string[]) => newAdapter(...args, '--into', folder);

beforeEach(() => {
  loadNothing();
  // Beside the folder of adapters, so that what the file imports is where it looks for it.
  folder = mkdtempSync('packages/adapters/src/scaffold-');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
  clearPage();
});

describe('npm run new:adapter', () => {
  it('writes one file, and says what to fill in', () => {
    const { status, stdout } = into('acme-chat');
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(['acme-chat.ts']);
    expect(stdout).toContain('acme-chat.ts written');
    for (const part of ['options', 'storage', 'hosts', 'withdrawal', 'docs/writing-an-adapter.md'])
      expect(stdout).toContain(part);
    expect(readFileSync(join(folder, 'acme-chat.ts'), 'utf8')).toContain(
      'export const acmeChat = defineAdapter',
    );
  });

  it('writes an adapter that loads nothing before a grant, loads after it, and asks for a reload when that is withdrawn', async () => {
    into('acme-chat');
    const module = (await import(/* @vite-ignore */ resolve(folder, 'acme-chat.ts'))) as {
      acmeChat: AdapterFactory<unknown>;
      description: VendorDescription;
    };
    const adapter = module.acmeChat(module.description.example);
    const { manager, reload, errors, stop } = pageWith(
      { purposes: [{ id: 'asked' }], vendors: [{ id: 'acme-chat', purposes: ['asked'] }] },
      [adapter],
    );
    expect(scriptUrls()).toEqual([]);
    manager.grant();
    expect(scriptUrls()).toEqual([`https://${module.description.hosts[0]}/tag.js`]);
    manager.deny();
    await settle();
    expect(reload).toHaveBeenCalledOnce();
    expect(errors).toEqual([]);
    expect(module.description.withdrawal?.kind).toBe('reload');
    stop();
  });

  it.each([
    ['capitals', 'AcmeChat'],
    ['two dashes', 'acme--chat'],
    ['a digit at its beginning', '7acme'],
    ['a way out of the folder', '../acme'],
    ['more than 50 characters', 'a'.repeat(51)],
  ])('refuses an id with %s', (_, id) => {
    const { status, stderr } = into(id);
    expect(status).toBe(1);
    expect(stderr).toContain(`"${id}" is no id`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses an id whose name JavaScript keeps for itself', () => {
    const { status, stderr } = into('class');
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be exported');
  });

  it('refuses an id that is taken, and leaves that file alone', () => {
    const file = 'packages/adapters/src/vendors/matomo.ts';
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = newAdapter('matomo');
    expect(status).toBe(1);
    expect(stderr).toContain('There is an adapter "matomo" already');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync('.changeset/matomo-adapter.md')).toBe(false);
  });

  it('says how it is used when it is told too little or too much', () => {
    for (const args of [[], ['acme', 'chat'], ['acme', '--force']]) {
      const { status, stderr } = newAdapter(...args);
      expect(status).toBe(2);
      expect(stderr).toContain('Usage: npm run new:adapter -- <id>');
    }
  });
});
