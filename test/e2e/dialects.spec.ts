import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DialectPage } from '../support/dialect-page.js';
import { expect, test } from '../support/visitor.js';

/** A published consent manager, the page that is written for it, and how its own script is told. */
interface Published {
  readonly peer: string;
  /** What its page asks for after a yes to all, and what runs by it. */
  readonly asks: readonly string[];
  readonly runs: readonly string[];
  readonly answer: (yes: boolean) => void;
  /** What the record of the import says: only one of them keeps the date. */
  readonly via: string;
}

const PUBLISHED: readonly Published[] = [
  {
    peer: 'vanilla-cookieconsent',
    via: 'import',
    asks: ['ads.js', 'counter.js'],
    runs: ['ads', 'counter', 'inline'],
    answer: (yes) => (window as never as Pages).CookieConsent.acceptCategory(yes ? 'all' : []),
  },
  {
    peer: 'klaro',
    via: 'import-undated',
    asks: ['camera.gif', 'counter.js', 'fonts.css', 'map.html'],
    runs: ['counter', 'inline'],
    answer: (yes) => {
      const manager = (window as never as Pages).klaro.getManager();
      manager.changeAll(yes);
      manager.saveAndApplyConsents();
    },
  },
  {
    peer: 'orejime',
    via: 'import-undated',
    asks: ['counter.js', 'map.html'],
    runs: ['counter', 'inline'],
    answer: (yes) => {
      const { manager } = (window as never as Pages).orejime;
      if (yes) manager.acceptAll();
      else manager.declineAll();
    },
  },
  {
    peer: 'tarteaucitron',
    via: 'import-undated',
    asks: ['counter.js', 'map.html'],
    runs: ['counter', 'inline'],
    answer: (yes) => (window as never as Pages).tarteaucitron.userInterface.respondAll(yes),
  },
];

interface Pages {
  tarteaucitron: { userInterface: { respondAll(yes: boolean): void } };
  CookieConsent: { acceptCategory(names: string | string[]): void };
  klaro: { getManager(): { changeAll(yes: boolean): void; saveAndApplyConsents(): void } };
  orejime: { manager: { acceptAll(): void; declineAll(): void } };
}

const PORT = 4490;
let server: ChildProcess;
test.beforeAll(async () => {
  const file = fileURLToPath(new URL('../support/dialects-site.mjs', import.meta.url));
  server = spawn(process.execPath, [file, `${PORT}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout as NonNullable<typeof server.stdout>, 'data');
});
test.afterAll(() => void server.kill());

for (const { peer, asks, runs, answer, via } of PUBLISHED) {
  test.describe(`a page written for ${peer}`, () => {
    test('asks for nothing before a yes, runs all of it once and in order then, and none after a withdrawal', async ({
      visitor,
      site,
    }) => {
      const page = new DialectPage(visitor, site, peer, PORT);
      await page.open();
      await page.expectBanner(true);
      await page.settle();
      expect(await page.asked()).toEqual([]);
      await page.grant();
      await page.expectAsked(asks);
      await expect.poll(page.ran).toEqual([...runs]);
      expect(await page.ranInOrder()).toBe(true);
      await page.settle();
      expect(await page.asked()).toEqual([...asks]);

      await page.withdraw();
      await page.expectEmptied();
      expect(await page.ran()).toEqual([]);
      expect(await page.asked()).toEqual([...asks]);
    });

    test('works with its own script, and with ours asks nobody again who has said yes there, as the record tells', async ({
      visitor,
      site,
    }) => {
      const page = new DialectPage(visitor, site, peer, PORT);
      await page.openPublished();
      await page.settle();
      expect(await page.asked()).toEqual([]);
      await visitor.run(answer, true);
      await page.expectAsked(asks);
      await expect.poll(page.ran).toEqual([...runs]);
      await page.open();
      await page.expectAsked([...asks, ...asks].sort());
      await page.settle();
      await page.expectNothingAsked();
      await expect.poll(async () => (await page.records())[0]?.via).toBe(via);
      const [record] = await page.records();
      expect(new Set(Object.values(record?.statuses ?? {}))).toEqual(new Set(['granted']));
      // Once: the next page knows the decision, and takes over nothing more.
      await page.open();
      await page.settle();
      await page.expectNothingAsked();
      expect(new Set((await page.records()).map(({ id }) => id))).toEqual(new Set([record?.id]));
    });

    test('asks nobody again who has said no under it, and releases nothing', async ({ visitor, site }) => {
      const page = new DialectPage(visitor, site, peer, PORT);
      await page.openPublished();
      await page.settle();
      await visitor.run(answer, false);
      await page.open();
      await expect.poll(async () => (await page.records())[0]?.via).toBe(via);
      await page.settle();
      await page.expectNothingAsked();
      expect(await page.asked()).toEqual([]);
      const [record] = await page.records();
      expect(new Set(Object.values(record?.statuses ?? {}))).toEqual(new Set(['denied']));
    });
  });
}
