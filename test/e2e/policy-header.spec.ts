import { createConsentManager } from '@consentry/core';
import { cookieAfterGrant } from '../support/consent-cookie.js';
import { MemoryBrowser } from '../support/memory-platform.js';
import { type PolicyTestSite, startPolicySite } from '../support/policy-site.js';
import { expect, test, type Visitor } from '../support/visitor.js';

let server: PolicyTestSite;
test.beforeAll(async () => {
  server = await startPolicySite();
});
test.afterAll(() => server.close());

const WAYS = ['body.js', 'fetch', 'frame', 'head.js', 'pixel.gif', 'preload.js', 'socket', 'style.css'];
/** What the page asks the vendor for, under its own name and through a path of the site. */
const VENDOR = [
  'proxied proxied.js',
  ...[...WAYS, 'form', 'from-worker'].map((way) => `vendor ${way}`),
].sort();

/** The requests for the vendor among those that arrived. */
const theirs = (requests: string[]) => requests.filter((request) => !/^(neutral|own) /.test(request));

/** Opens a page and waits until everything on it is settled. */
async function open(visitor: Visitor, url: string) {
  await visitor.goto(url);
  await expect.poll(() => visitor.run(() => document.documentElement.dataset.worker)).toBe('done');
  await visitor.run(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return visitor.run(() => {
    const { neutral, vendor, evaluated } = document.documentElement.dataset;
    const style = getComputedStyle(document.documentElement);
    return {
      neutral: neutral === 'ran' && style.getPropertyValue('--neutral').trim() === 'yes',
      vendor: vendor === 'ran' || style.getPropertyValue('--vendor').trim() === 'yes',
      evaluated,
    };
  });
}
const setCookie = (visitor: Visitor, cookie: string) =>
  visitor.run((text) => {
    document.cookie = `${text}; Path=/`;
  }, cookie);
/** The cookie after a yes was taken back. */
function withdrawnCookie(): string {
  const browser = new MemoryBrowser();
  browser.nowMs = Date.now();
  const manager = createConsentManager(server.definition, browser.tab());
  manager.grant(['analytics']);
  manager.deny(['analytics']);
  return `consentry=${browser.values[0]}`;
}

test('the policy header lets nothing out before a grant, the vendor after it and nothing after the withdrawal, without any script of ours', async ({
  visitor,
}, { testId, retry, project }) => {
  const name = `h${testId.replace(/\W/g, '').slice(-12)}${retry}${project.name[0]}`;
  const url = `${server.origin(name)}/page`;
  // The page works, evaluates what it likes, and reaches the neutral host: nothing else is restricted.
  const withheld = { neutral: true, vendor: false, evaluated: 'inline' };
  expect(await open(visitor, url)).toEqual(withheld);
  await expect
    .poll(() => server.requested(name))
    .toEqual([...WAYS.map((way) => `neutral ${way}`), 'own socket']);
  expect(await visitor.run(async () => (await fetch('/consentry.js')).status)).toBe(404);

  await setCookie(visitor, cookieAfterGrant(server.definition, 'analytics'));
  expect(await open(visitor, url)).toEqual({ ...withheld, vendor: true });
  await expect.poll(() => [...new Set(theirs(server.requested(name)))]).toEqual(VENDOR);
  const before = theirs(server.requested(name));

  await setCookie(visitor, withdrawnCookie());
  expect(await open(visitor, url)).toEqual(withheld);
  expect(theirs(server.requested(name))).toEqual(before);
});

test('a page is not shown as it was before the withdrawal, by a link or by the back button', async ({
  visitor,
}, { testId, retry, project }) => {
  const name = `b${testId.replace(/\W/g, '').slice(-12)}${retry}${project.name[0]}`;
  await visitor.goto(`${server.origin(name)}/page`);
  await setCookie(visitor, cookieAfterGrant(server.definition, 'analytics', 'mail'));
  await open(visitor, `${server.origin(name)}/page`);
  await open(visitor, `${server.origin(name)}/other`);
  const before = theirs(server.requested(name));
  expect(before).toContain('vendor head.js');

  await setCookie(visitor, withdrawnCookie());
  await visitor.run(() => history.back());
  await expect.poll(() => visitor.run(() => location.pathname)).toBe('/page');
  await visitor.run(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await open(visitor, `${server.origin(name)}/other`);
  await open(visitor, `${server.origin(name)}/page`);
  expect(theirs(server.requested(name))).toEqual(before);
});
