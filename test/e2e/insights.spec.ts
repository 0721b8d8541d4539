import { once } from 'node:events';
import { createPrivateKey, importSigningKey } from '@consentry/receipts';
import { createReceiptsApp, openSqliteStore, type ReceiptStore } from '@consentry/receipts-server';
import { type ServerType, serve } from '@hono/node-server';
import { aRecord } from '../support/a-record.js';
import { expect, test, type Visitor } from '../support/visitor.js';

const TOKEN = 'a-token-of-enough-length';
let store: ReceiptStore;
let server: ServerType;
let address: string;

/** A server of its own: what visitors of the demo decide in other tests would change the figures. */
test.beforeAll(async () => {
  store = await openSqliteStore(':memory:');
  const app = createReceiptsApp({
    ...{ store, issuer: 'http://localhost', readTokens: [TOKEN], clientAddress: () => '127.0.0.1' },
    signingKey: await importSigningKey(await createPrivateKey()),
    insights: { topics: [{ id: 'analytics', kind: 'purpose', names: { en: 'Measuring visits' } }] },
  });
  server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/consentry/insights`;
  const receivedAt = new Date().toISOString();
  for (let number = 1; number <= 200; number++) {
    const version = number % 2 ? 3 : 2;
    const choice = number % 2 || number % 4 ? 'grant' : 'deny';
    const record = aRecord(number, {
      choices: { analytics: number % 10 === 7 ? 'deny' : choice },
      notice: { version, language: number <= 196 ? 'ja' : 'de' },
    });
    const secrets = { salt: new Uint8Array(16), commitment: new Uint8Array(32).fill(number) };
    await store.add({
      ...{ id: record.id, subject: record.subject, receivedAt, text: JSON.stringify(record) },
      ...{ hash: '', receipt: '{}', ...secrets },
    });
  }
});
test.afterAll(async () => {
  server.close();
  await store.close();
});

const says = (visitor: Visitor) => visitor.run(() => document.body.textContent ?? '');
/** What the page's policy or Trusted Types would have stopped, and what it asked other hosts for. */
/** But that Firefox asks for an icon, which no page of ours has. */
const troubles = (visitor: Visitor) =>
  visitor.messages().filter((message) => /^error|violat/i.test(message) && !message.includes('favicon.ico'));

test('a marketer reads with the token how visitors decide, and sees a chart and its numbers', async ({
  visitor,
}) => {
  await visitor.goto(`${address}#token=${TOKEN}`);
  await expect.poll(() => says(visitor)).toContain('Measuring visits: 65.0% granted (130 of 200 decisions)');
  expect(await visitor.run(() => location.hash)).toBe('');
  await expect.poll(() => visitor.run(() => document.querySelectorAll('canvas').length)).toBe(2);
  const label = await visitor.run(() => document.querySelector('.chart')?.getAttribute('aria-label'));
  expect(label).toContain('The numbers are in the table below');
  expect(await visitor.run(() => document.querySelectorAll('details tbody tr').length)).toBe(28);
  expect(await says(visitor)).toContain('points more often than version 2');
  expect(troubles(visitor)).toEqual([]);
});

test('few visitors are not told apart, and neither is the row that would give them away', async ({
  visitor,
}) => {
  await visitor.goto(`${address}#token=${TOKEN}`);
  await expect.poll(() => says(visitor)).toContain('By language');
  const rows = await visitor.run(() =>
    [...document.querySelectorAll('section')]
      .filter(({ textContent }) => textContent?.startsWith('By language'))
      .flatMap((section) => [...section.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)),
  );
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatch(/(Japanese|German)––0$/);
});

test('what is looked at stands in the address, and goes back with it', async ({ visitor }) => {
  await visitor.goto(`${address}#token=${TOKEN}`);
  await expect.poll(() => says(visitor)).toContain('By notice version');
  await visitor.run(() => {
    const select = document.querySelector<HTMLSelectElement>('select[name="version"]');
    if (!select) throw new Error('There is no choice of versions.');
    select.value = '=2';
    select.focus();
    select.dispatchEvent(new Event('change'));
  });
  await expect.poll(() => says(visitor)).toContain('50.0% granted (50 of 100 decisions)');
  expect(await visitor.run(() => location.search)).toBe('?version=2');
  expect(await visitor.run(() => document.activeElement?.getAttribute('name'))).toBe('version');
  await visitor.reload();
  await expect.poll(() => says(visitor)).toContain('50.0% granted (50 of 100 decisions)');
  await visitor.run(() => history.back());
  await expect.poll(() => says(visitor)).toContain('65.0% granted');
});

test('nobody sees a figure without the token', async ({ visitor }) => {
  await visitor.goto(`${address}#token=wrong-token-of-a-stranger`);
  await expect.poll(() => says(visitor)).toContain('The token was not accepted.');
  expect(await says(visitor)).not.toContain('granted');
  await visitor.goto(address);
  await expect.poll(() => says(visitor)).toContain('Access token');
  expect(await says(visitor)).not.toContain('granted');
});
