import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { TOLD_AND_RELOADED } from '../lib/withdrawal.js';

/** Options of {@link hubspot}. */
export interface HubspotOptions {
  /** Hub id. */
  hubId: string;
  /** URL of the tracking code, e.g. that of the EU region, if not on the vendor's host. */
  src?: string;
}

/**
 * HubSpot's tracking code: page views, forms and chat, tied to contacts.
 *
 * HubSpot's own banner is turned off from the start, and the three categories are denied before the code arrives.
 * A grant allows them; `revokeCookieConsent` takes that back. Page views without a cookie would go on, hence the
 * reload. `doNotTrack` is not called: it writes a cookie that a later grant would have to undo.
 *
 * Unverified: names and lives of `__hstc`, `hubspotutk`, `messagesUtk`.
 *
 * @see https://developers.hubspot.com/docs/api/events/cookie-banner (read 2026-11-22)
 * @see npm tarteaucitronjs 1.34.0; Open Cookie Database, commit 0ee5a17; npm third-party-web 0.30.0; snippets in the public source of several sites (read 2026-11-21)
 */
export const hubspot = defineAdapter<HubspotOptions>({
  vendor: 'hubspot',
  storage: [
    { kind: 'cookie', name: '__hstc' },
    { kind: 'cookie', name: 'hubspotutk' },
    { kind: 'cookie', name: '__hssc' },
    { kind: 'cookie', name: '__hssrc' },
    { kind: 'cookie', name: 'messagesUtk' },
  ],
  setup({ hubId, src = `https://js.hs-scripts.com/${hubId}.js` }, vendor) {
    const push = (window: AdapterContext['window'], ...call: unknown[]) =>
      (window._hsp as unknown[]).push(call);
    const allow = (window: AdapterContext['window'], all: boolean) =>
      push(window, 'setHubSpotConsent', { analytics: all, advertisement: all, functionality: all });
    return {
      ...holdCalls(
        vendor,
        (window) => {
          window._hsp ||= [];
          return (window._hsq ||= []);
        },
        (window) => {
          window.disableHubSpotCookieBanner = true;
          allow(window, false);
        },
      ),
      onGrant({ window, loadScript }) {
        allow(window, true);
        loadScript(src, (script) => {
          script.id = 'hs-script-loader';
        });
      },
      onWithdraw({ window }) {
        push(window, 'revokeCookieConsent');
        return 'reload';
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'HubSpot', ja: 'HubSpot' },
  provider: { en: 'HubSpot, Inc.', ja: 'HubSpot, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: [
    'hs-scripts.com',
    'hs-analytics.net',
    'hs-banner.com',
    'hsforms.net',
    'hsforms.com',
    'hscollectedforms.net',
    'hubspot.com',
    'hubapi.com',
    'usemessages.com',
    'hsadspixel.net',
  ],
  storage: [
    { kind: 'cookie', name: '__hstc' },
    { kind: 'cookie', name: 'hubspotutk' },
    { kind: 'cookie', name: '__hssc', life: 'PT30M' },
    { kind: 'cookie', name: '__hssrc', life: 'session' },
    { kind: 'cookie', name: 'messagesUtk' },
  ],
  queue: { name: '_hsq' },
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, what is entered into the form, e-mail address where one is entered, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、フォームに入力された内容、入力されたメールアドレス、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Sending messages that fit interests, and measuring their effect',
    ja: '興味・関心に応じた情報の配信、その効果の測定',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: TOLD_AND_RELOADED,
  policyUrl: 'https://legal.hubspot.com/privacy-policy',
  options: {
    required: ['hubId'],
    properties: {
      hubId: { type: 'string', pattern: '^[0-9]+$', description: 'Hub id.' },
      src: {
        type: 'string',
        pattern: '^(https?://|/)',
        description: "URL of the tracking code, e.g. that of the EU region, if not on the vendor's host.",
      },
    },
  },
  example: { hubId: '1234567' },
});
