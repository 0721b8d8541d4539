import { rm } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aConfig, createSiteFolder } from '../../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { buildSite } from '../site-build/build-site.js';
import { createLiveBuild } from './live-build.js';

// What is built does not matter here, only when; build-site.test.ts has the rest.
vi.mock('../site-build/build-site.js', () => ({
  buildSite: vi.fn(async ({ site }: { site: string }) => ({
    files: [{ name: site, content: site, integrity: '' }],
    shown: {},
  })),
}));

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let catalogue: Catalogue;
let reports: string[];
beforeAll(async () => {
  catalogue = await loadCatalogue();
});
beforeEach(async () => {
  folder = await createSiteFolder();
  reports = [];
  vi.mocked(buildSite).mockClear();
});
afterEach(() => folder.clear());

const write = (changes: object | string) =>
  folder.write('consentry.json', typeof changes === 'string' ? changes : aConfig(changes));
const open = async (keep?: Parameters<typeof createLiveBuild>[3]) =>
  createLiveBuild(folder.path('consentry.json'), catalogue, (message) => reports.push(message), keep);

describe('the live build', () => {
  it('is of the file as it is, and is made once while the file stays the same', async () => {
    await write({ site: 'one' });
    const live = await open();
    const { config, build } = await live.current();
    expect(config.site).toBe('one');
    expect(build.files[0]?.content).toBe('one');
    await live.current();
    expect(buildSite).toHaveBeenCalledOnce();
    expect(reports).toEqual([]);
  });

  it('is made again when the file has changed, once for all who ask meanwhile', async () => {
    await write({ site: 'one' });
    const live = await open();
    await write({ site: 'two' });
    const answers = await Promise.all([live.current(), live.current(), live.current()]);
    expect(answers.map(({ config }) => config.site)).toEqual(['two', 'two', 'two']);
    expect(buildSite).toHaveBeenCalledTimes(2);
    expect(reports).toEqual([`${folder.path('consentry.json')} has changed and is in use.`]);
  });

  it('stays the last good one while the file is wrong, reports that once, and follows when it is right', async () => {
    await write({ site: 'one' });
    const live = await open();
    await write('{ "site": ');
    for (let i = 0; i < 3; i++) expect((await live.current()).config.site).toBe('one');
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatch(
      /consentry\.json:1:\d+: .*valid JSON.*\nThe last good config stays in use\.$/s,
    );
    await write({ site: 'two' });
    expect((await live.current()).config.site).toBe('two');
    expect(reports).toHaveLength(2);
  });

  it('stays the last good one when building fails', async () => {
    await write({ site: 'one' });
    const live = await open();
    await write({ site: 'two' });
    vi.mocked(buildSite).mockRejectedValueOnce(new Error('out of memory'));
    expect((await live.current()).config.site).toBe('one');
    expect(reports).toEqual(['out of memory\nThe last good config stays in use.']);
  });

  it('is kept before it is in use', async () => {
    await write({ site: 'one' });
    const kept: string[] = [];
    const live = await open(async ({ files }) => void kept.push(files[0]?.name ?? ''));
    expect(kept).toEqual(['one']);
    await write({ site: 'two' });
    await live.current();
    expect(kept).toEqual(['one', 'two']);
  });

  it('is refused when the file is wrong from the start', async () => {
    await write('{}');
    await expect(open()).rejects.toThrow(CommandError);
  });

  it('stays in use when the file has gone, and says so once', async () => {
    await write({ site: 'one' });
    const live = await open();
    await rm(folder.path('consentry.json'));
    expect((await live.current()).config.site).toBe('one');
    expect((await live.current()).config.site).toBe('one');
    expect(reports.length).toBeGreaterThan(0);
    expect(new Set(reports).size).toBe(1);
  });
});
