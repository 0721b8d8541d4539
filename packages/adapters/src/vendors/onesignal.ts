import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link onesignal}. */
export interface OnesignalOptions {
  /** Id of the app. */
  appId: string;
}

/**
 * OneSignal web push, SDK 16.
 *
 * `setConsentRequired` stands before `init`, and `setConsentGiven` says the answer both ways in the same page. A
 * subscription that the visitor has given to the browser is not taken back by it: that is done in the browser, or
 * by the site with `OneSignal.User.PushSubscription.optOut`.
 *
 * Unverified: names and lives of `ONE_SIGNAL_SDK_DB`, `isPushNotificationsEnabled`.
 *
 * @see npm react-onesignal 3.5.6 (read 2026-11-22)
 * @see npm tarteaucitronjs 1.34.0; npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const onesignal = defineAdapter<OnesignalOptions>({
  vendor: 'onesignal',
  storage: [
    { kind: 'indexedDB', name: 'ONE_SIGNAL_SDK_DB' },
    { kind: 'localStorage', name: 'isPushNotificationsEnabled' },
  ],
  setup({ appId }, vendor) {
    type OneSignal = Record<string, (argument: unknown) => unknown>;
    const call = (window: AdapterContext['window'], name: string, argument: unknown) =>
      (window.OneSignalDeferred as unknown[]).push((sdk: OneSignal) => sdk[name]?.(argument));
    return {
      ...holdCalls(
        vendor,
        (window) => (window.OneSignalDeferred ||= []),
        (window) => call(window, 'setConsentRequired', true),
      ),
      onGrant({ window, loadScript }) {
        call(window, 'setConsentGiven', true);
        loadScript('https://cdn.onesignal.com/sdks/web/v16/OneSignalSDK.page.js', () =>
          call(window, 'init', { appId }),
        );
      },
      onWithdraw({ window }) {
        call(window, 'setConsentGiven', false);
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'OneSignal', ja: 'OneSignal' },
  provider: { en: 'OneSignal, Inc.', ja: 'OneSignal, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['onesignal.com', 'os.tc'],
  storage: [
    { kind: 'indexedDB', name: 'ONE_SIGNAL_SDK_DB' },
    { kind: 'localStorage', name: 'isPushNotificationsEnabled' },
  ],
  queue: { name: 'OneSignalDeferred' },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, push address of this browser, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、プッシュ通知の宛先情報、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Sending notifications', ja: 'プッシュ通知の配信' },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://onesignal.com/privacy_policy',
  options: {
    required: ['appId'],
    properties: {
      appId: { type: 'string', minLength: 1, description: 'Id of the app.' },
    },
  },
  example: { appId: '00000000-0000-4000-8000-000000000000' },
});
