import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { holdCalls } from '../lib/hold-calls.js';
import { queueFunction } from '../lib/queue-function.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link channelTalk}. */
export interface ChannelTalkOptions {
  /** Key of the plug-in. */
  pluginKey: string;
}

/**
 * Channel Talk: chat.
 *
 * `boot` starts it, `shutdown` ends it in the same page.
 *
 * Unverified: names and lives of `ch-veil-id`, `ch-session-*`, `x-veil-id`. that nothing is sent after `shutdown`.
 *
 * @see snippets in the public source of several sites (read 2026-11-22)
 */
export const channelTalk = defineAdapter<ChannelTalkOptions>({
  vendor: 'channel-talk',
  storage: [
    { kind: 'cookie', name: 'ch-veil-id' },
    { kind: 'cookie', name: 'ch-session-*' },
  ],
  setup({ pluginKey }, vendor) {
    const open = (window: AdapterContext['window']) => queueFunction(window, 'ChannelIO');
    return {
      ...holdCalls(vendor, (window) => open(window).q),
      onGrant({ window, loadScript }) {
        open(window)('boot', { pluginKey });
        loadScript('https://cdn.channel.io/plugin/ch-plugin-web.js');
      },
      onWithdraw: ({ window }) => open(window)('shutdown'),
    };
  },
});

export const description = describeVendor({
  name: { en: 'Channel Talk', ja: 'チャネルトーク' },
  provider: { en: 'Channel Corp.', ja: 'Channel Corp.' },
  country: 'KR',
  purpose: 'functional',
  hosts: ['channel.io'],
  storage: [
    { kind: 'cookie', name: 'ch-veil-id' },
    { kind: 'cookie', name: 'ch-session-*' },
    { kind: 'cookie', name: 'x-veil-id', domain: 'channel.io' },
  ],
  queue: { name: 'ChannelIO', isFunction: true },
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, messages written, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、チャットの内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Answering questions by chat', ja: 'チャットによるお問い合わせへの対応' },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://channel.io/ja/privacy',
  options: {
    required: ['pluginKey'],
    properties: {
      pluginKey: { type: 'string', minLength: 1, description: 'Key of the plug-in.' },
    },
  },
  example: { pluginKey: '00000000-0000-4000-8000-000000000000' },
});
