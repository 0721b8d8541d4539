import { type AdapterContext, defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link fullstory}. */
export interface FullstoryOptions {
  /** Id of the organisation, e.g. "o-ABC123-na1". */
  orgId: string;
}

/**
 * Fullstory: recordings of visits.
 *
 * `shutdown` and `restart` stop and go on with the recording in the same page. Calls wait in `FS.q` in the form of
 * its snippet's second version; the page's `fetch` and `XMLHttpRequest` are kept for it there. `setIdentity` with
 * `consent` concerns single elements only and is left alone.
 *
 * Unverified: names and lives of `fs_uid`, `fs_lua`, `_fs_*`.
 *
 * @see npm @fullstory/snippet 2.1.0 (read 2026-11-22)
 * @see npm third-party-web 0.30.0 (read 2026-11-21)
 */
export const fullstory = defineAdapter<FullstoryOptions>({
  vendor: 'fullstory',
  storage: [
    { kind: 'cookie', name: 'fs_uid' },
    { kind: 'cookie', name: 'fs_lua' },
    { kind: 'localStorage', name: '_fs_*' },
  ],
  setup({ orgId }) {
    type Fs = { (...call: unknown[]): void; q: unknown[]; _api?: (...call: unknown[]) => void };
    const open = (window: AdapterContext['window']) => {
      const { fetch, XMLHttpRequest } = window as unknown as typeof globalThis;
      const made = (operation: unknown, data?: unknown) => {
        const call = [operation, data, undefined, undefined, undefined, 2];
        if (fs._api) fs._api(...call);
        else fs.q.push(call);
      };
      window.FS ||= Object.assign(made, { q: [], _w: { fetch, XMLHttpRequest }, _v: '2.0.0' });
      const fs = window.FS as Fs;
      return fs;
    };
    let stopped = false;
    return {
      onGrant({ window, loadScript }) {
        loadScript('https://edge.fullstory.com/s/fs.js', (script) => {
          script.crossOrigin = 'anonymous';
          Object.assign(window, { _fs_host: 'fullstory.com', _fs_script: 'edge.fullstory.com/s/fs.js' });
          Object.assign(window, { _fs_org: orgId, _fs_namespace: 'FS' });
        });
        const fs = open(window);
        if (stopped) fs('restart');
        stopped = false;
      },
      onWithdraw({ window }) {
        open(window)('shutdown');
        stopped = true;
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Fullstory', ja: 'Fullstory' },
  provider: { en: 'Fullstory, Inc.', ja: 'Fullstory, Inc.' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['fullstory.com'],
  storage: [
    { kind: 'cookie', name: 'fs_uid' },
    { kind: 'cookie', name: 'fs_lua' },
    { kind: 'localStorage', name: '_fs_*' },
  ],
  information: {
    en: 'URLs of the pages viewed, an identifier kept in this browser, clicks, scrolling and other actions, mouse movements and what the page shows, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、マウスの動き、ページの表示内容、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Seeing how pages are used, from recordings and heat maps, and improving them',
    ja: '操作の記録やヒートマップによる利用状況の把握、ページの改善',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://www.fullstory.com/legal/privacy-policy/',
  options: {
    required: ['orgId'],
    properties: {
      orgId: {
        type: 'string',
        pattern: '^[A-Za-z0-9-]+$',
        description: 'Id of the organisation, e.g. "o-ABC123-na1".',
      },
    },
  },
  example: { orgId: 'o-ABC123-na1' },
});
