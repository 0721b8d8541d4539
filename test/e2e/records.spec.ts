import { readFile } from 'node:fs/promises';
import { verify } from '@consentry/receipts';
import { type Receipt, Restaurant } from '../support/restaurant.js';
import { createSwitchableProxy } from '../support/switchable-proxy.js';
import { expect, SITE_PORT, test } from '../support/visitor.js';

const SERVER = `http://127.0.0.1:${SITE_PORT}`;

/** Asks the server as its owner would. */
async function readRecord(id: string) {
  const token = (await readFile('node_modules/.cache/consentry/omakase-e2e/read-token', 'utf8')).trim();
  const response = await fetch(`${SERVER}/consentry/records/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.ok ? ((await response.json()) as Record<string, unknown>) : response.status;
}

test('a decision becomes a consent record in the database, with a receipt that anyone can verify', async ({
  visitor,
  site,
}) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await page.press('Choose');
  await page.turn('Measuring visits');
  await page.press('Save choices');
  await expect.poll(async () => (await page.receipts()).length).toBe(1);

  const [receipt] = (await page.receipts()) as [Receipt];
  const { keys } = (await (await fetch(`${SERVER}/.well-known/consentry-keys.json`)).json()) as {
    keys: unknown[];
  };
  expect(await verify(receipt, keys)).toMatchObject({ ok: true });
  expect(await verify({ ...receipt, record: { ...receipt.record, via: 'banner' } }, keys)).toMatchObject({
    ok: false,
  });

  expect(await readRecord(receipt.record.id)).toMatchObject({
    site: 'omakase',
    via: 'preferences',
    regime: 'opt-in',
    notice: { version: 1, language: 'en', hash: expect.stringMatching(/^sha256-[\w-]{43}$/) },
    choices: { analytics: 'grant', mail: 'deny' },
    statuses: { analytics: 'granted', mail: 'denied', 'google-analytics': 'granted', brevo: 'denied' },
  });
  // Nobody else can read it.
  expect((await fetch(`${SERVER}/consentry/records/${receipt.record.id}`)).status).toBe(401);
  // Nothing in it says who or where the visitor is.
  expect(JSON.stringify(receipt)).not.toMatch(/Mozilla|127\.0\.0\.1|@|https?:\/\/www/);
});

test('the server sets the decision cookie again, for browsers that forget what scripts set', async ({
  visitor,
  site,
}) => {
  const page = new Restaurant(visitor, site);
  await page.open();
  await page.press('Allow all');
  await expect.poll(async () => (await page.receipts()).length).toBe(1);
  const [receipt] = (await page.receipts()) as [Receipt];
  const record = (await page.recordText()) ?? '';
  const cookie = await visitor.run(() =>
    document.cookie.split('; ').find((pair) => pair.startsWith('consentry=')),
  );
  const again = await fetch(`${SERVER}/consentry/records`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', cookie: cookie ?? '' },
    body: record,
  });
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(receipt);
  expect(again.headers.get('set-cookie')).toContain(`${cookie}; Path=/; Max-Age=15552000; SameSite=Lax`);
});

test('a decision made without a network counts at once, and its record reaches the server later', async ({
  visitor,
  site,
}) => {
  const proxy = await createSwitchableProxy(SITE_PORT);
  const through = {
    host: site.host.replace(`${SITE_PORT}`, `${proxy.port}`),
    origin: site.origin.replace(`${SITE_PORT}`, `${proxy.port}`),
  };
  const page = new Restaurant(visitor, through);
  await page.open();
  await page.expectSees('banner');
  await page.expectCanDecide();
  proxy.cut();
  await page.press('Deny all');
  await page.expectSees('banner', false);
  expect(await page.status('analytics')).toBe('denied');
  const waiting = await visitor.run(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('consentry-outbox.')),
  );
  expect(waiting).toHaveLength(1);
  const id = waiting[0]?.replace('consentry-outbox.', '') ?? '';
  expect(await readRecord(id)).toBe(404);

  await proxy.restore();
  await expect
    .poll(() => readRecord(id), { timeout: 40_000 })
    .toMatchObject({ choices: { analytics: 'deny', mail: 'deny' } });
  await expect
    .poll(() =>
      visitor.run(() => Object.keys(localStorage).filter((key) => key.startsWith('consentry-outbox.'))),
    )
    .toEqual([]);
  await proxy.close();
});

test('a record that a closed page left behind is sent by the next one', async ({ visitor, site }) => {
  const proxy = await createSwitchableProxy(SITE_PORT);
  const through = {
    host: site.host.replace(`${SITE_PORT}`, `${proxy.port}`),
    origin: site.origin.replace(`${SITE_PORT}`, `${proxy.port}`),
  };
  const page = new Restaurant(visitor, through);
  await page.open();
  await page.expectSees('banner');
  await page.expectCanDecide();
  proxy.cut();
  await page.press('Allow all');
  const [key = ''] = await visitor.run(() =>
    Object.keys(localStorage).filter((name) => name.startsWith('consentry-outbox.')),
  );
  await visitor.goto('about:blank');
  await proxy.restore();
  await page.open('/watch');
  await expect
    .poll(() => readRecord(key.replace('consentry-outbox.', '')))
    .toMatchObject({ choices: { analytics: 'grant' } });
  await proxy.close();
});
