import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_ITS_CONTENT } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link disqus}. */
export interface DisqusOptions {
  /** Short name of the forum. */
  shortname: string;
}

/**
 * Comments by Disqus, in the element with the id `disqus_thread`.
 *
 * It shows advertising where the account says so. Its script cannot be stopped, hence the reload.
 *
 * Unverified: name and life of `disqus_unique`.
 *
 * @see Open Cookie Database, commit 0ee5a17 (read 2026-11-21)
 */
export const disqus = defineAdapter<DisqusOptions>({
  vendor: 'disqus',
  storage: [],
  setup: ({ shortname }) => ({
    onGrant: ({ loadScript }) =>
      loadScript(`https://${shortname}.disqus.com/embed.js`, (script) =>
        script.setAttribute('data-timestamp', `${Date.now()}`),
      ),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: 'Disqus', ja: 'Disqus' },
  provider: { en: 'Disqus, Inc.', ja: 'Disqus, Inc.' },
  country: 'US',
  purpose: 'marketing',
  hosts: ['disqus.com', 'disquscdn.com'],
  storage: [
    { kind: 'cookie', name: 'disqus_unique', domain: 'disqus.com' },
    { kind: 'cookie', name: 'vglnk.*', life: 'P1Y', domain: 'disqus.com' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, what is entered into the form, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、フォームに入力された内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: { en: 'Showing and taking comments', ja: 'コメントの表示と投稿' },
  recipientUse: FOR_ITS_CONTENT,
  withdrawal: RELOADED,
  policyUrl: 'https://help.disqus.com/en/articles/1717103-disqus-privacy-policy',
  options: {
    required: ['shortname'],
    properties: {
      shortname: { type: 'string', pattern: '^[a-z0-9-]+$', description: 'Short name of the forum.' },
    },
  },
  example: { shortname: 'example' },
});
