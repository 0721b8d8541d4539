import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../support/visitor.js';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PORT = 4480;
const SITE = `http://127.0.0.1:${PORT}`;

const vendor = (name: string, purpose: string) => ({
  name,
  adapter: false,
  purposes: [purpose],
  provider: `${name} Ltd`,
  information: 'Pages viewed',
  usedFor: 'Selling more tea',
  hosts: [`127.0.0.1:${PORT + 1}`],
});
const CONFIG = {
  site: 'tea',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring visits' }, marketing: { label: 'Useful mail' } },
  vendors: { counter: vendor('Counter', 'analytics'), letters: vendor('Letters', 'marketing') },
  receipts: { endpoint: '/consentry/records' },
};

/** What visitors see of a face of ours. */
const words = (selector: string) =>
  document.querySelector(selector)?.shadowRoot?.querySelector('[part=surface]')?.textContent ?? '';

test('a vendor that a marketer turns off in the file is gone from the banner, the gate, the notice and the next receipt', async ({
  visitor,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'consentry-marketer-'));
  const file = join(folder, 'consentry.json');
  await writeFile(file, JSON.stringify(CONFIG, null, 2));
  const shop = spawn(process.execPath, [at('test/support/tea-shop.mjs'), file, folder, `${PORT}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(shop.stdout, 'data');
  const asked = () => visitor.run(async () => (await (await fetch('/asked')).json()).sort());
  const noticePage = () =>
    visitor.run(async () => (await fetch('/consentry/notice/external.en.html')).text());
  const lastRecord = () =>
    visitor.run(async () => {
      const authorization = `Bearer ${await (await fetch('/token')).text()}`;
      const answer = await fetch('/consentry/records', { headers: { authorization } });
      return (await answer.json()).records?.[0]?.record.statuses ?? {};
    });
  const grantAll = () =>
    visitor.run(() => {
      const banner = document.querySelector('consentry-banner')?.shadowRoot;
      banner?.querySelector<HTMLElement>('button[name=allow]')?.click();
    });

  try {
    await visitor.goto(`${SITE}/`);
    await expect.poll(() => visitor.run(words, 'consentry-banner')).toContain('Letters');
    expect(await asked()).toEqual([]);
    expect(await noticePage()).toContain('Letters Ltd');
    await grantAll();
    await expect.poll(asked).toEqual(['counter.js', 'letters.js']);
    await expect.poll(lastRecord).toMatchObject({ counter: 'granted', letters: 'granted' });

    // docs/for-marketers.md: turn it off in the file, run check, reload the page.
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('"name": "Letters"', '"enabled": false, "name": "Letters"'),
    );
    const check = await promisify(execFile)(process.execPath, [
      at('packages/cli/dist/consentry.js'),
      'check',
      file,
    ]);
    expect(check.stdout).toContain('1 vendor (1 off)');
    await visitor.reload();
    await visitor.run(() =>
      (window as never as { consentry: { showPreferences(): void } }).consentry.showPreferences(),
    );
    const preferences = () => visitor.run(words, 'consentry-preferences[open]');
    await expect.poll(preferences).toContain('Counter');
    expect(await preferences()).not.toContain('Letters');
    await expect.poll(asked).toEqual(['counter.js', 'counter.js', 'letters.js']);
    expect(await noticePage()).not.toContain('Letters');
    expect(await noticePage()).toContain('Counter Ltd');
    await visitor.run(() => (window as never as { consentry: { deny(): void } }).consentry.deny());
    await expect.poll(async () => Object.keys(await lastRecord())).not.toContain('letters');
    await expect.poll(lastRecord).toMatchObject({ counter: 'withdrawn' });

    // A file that is wrong changes nothing.
    await writeFile(file, '{ "site": ');
    await visitor.reload();
    expect(await visitor.run(() => 'consentry' in window)).toBe(true);
    expect(await noticePage()).toContain('Counter Ltd');
  } finally {
    shop.kill();
    await once(shop, 'exit');
    await rm(folder, { recursive: true });
  }
});
