import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { whenLoaded } from '../lib/when-loaded.js';
import { SILENCED } from '../lib/withdrawal.js';

/** Options of {@link treasureData}. */
export interface TreasureDataOptions {
  /** Write-only key. */
  writeKey: string;
  /** Name of the database. */
  database: string;
  /** Where events go. @default "us01.records.in.treasuredata.com" */
  host?: string;
  /** Table of page views. @default "pageviews" */
  table?: string;
  /** Whether events carry the visitor's id and IP address. @default false */
  signedMode?: boolean;
}

/**
 * Treasure Data JavaScript SDK: page views and clicks into a database of the site.
 *
 * `unblockEvents` and, where the site asks for it, `setSignedMode` on a grant; `blockEvents` and
 * `setAnonymousMode` silence it. It keeps the block in `__td_blockEvents` and the mode in `__td_signed`, records
 * of the answer, which stay.
 *
 * Unverified: the lives of `_td_global` and `_td_ssc_id`, which the options of the SDK set.
 *
 * @see npm td-js-sdk 4.4.3, README and lib/record.js (read, and tried in a page, 2026-11-22)
 * @see npm td-js-sdk 4.4.3 (read 2026-11-21)
 */
export const treasureData = defineAdapter<TreasureDataOptions>({
  vendor: 'treasure-data',
  storage: [
    { kind: 'cookie', name: '_td' },
    { kind: 'cookie', name: '_td_global' },
    { kind: 'cookie', name: '_td_ssc_id' },
  ],
  setup({ writeKey, database, host = 'us01.records.in.treasuredata.com', table = 'pageviews', signedMode }) {
    type Client = Record<string, (...args: unknown[]) => void>;
    let client: Client | undefined;
    let wanted = false;
    const allow = () => {
      client?.unblockEvents?.();
      if (signedMode) client?.setSignedMode?.();
    };
    const begin = (Treasure: new (options: object) => Client) => {
      // The script may arrive after the yes was taken back.
      if (!wanted) return;
      client = new Treasure({ host, writeKey, database });
      allow();
      client.trackPageview?.(table);
    };
    return {
      onGrant({ window, loadScript }) {
        wanted = true;
        const { Treasure } = window;
        if (client) allow();
        else if (Treasure) begin(Treasure as Parameters<typeof begin>[0]);
        loadScript('https://cdn.treasuredata.com/sdk/4.4/td.min.js', (script) =>
          whenLoaded(script, window, 'Treasure', begin),
        );
      },
      onWithdraw() {
        wanted = false;
        client?.blockEvents?.();
        client?.setAnonymousMode?.();
      },
    };
  },
});

export const description = describeVendor({
  name: { en: 'Treasure Data', ja: 'Treasure Data' },
  provider: { en: 'Treasure Data, Inc.', ja: 'Treasure Data, Inc.（トレジャーデータ）' },
  country: 'US',
  purpose: 'analytics',
  hosts: ['treasuredata.com'],
  storage: [
    { kind: 'cookie', name: '_td', life: 'P2Y' },
    { kind: 'cookie', name: '_td_global' },
    { kind: 'cookie', name: '_td_ssc_id' },
  ],
  information: {
    en: 'URLs of the pages viewed, referrer, an identifier kept in this browser, clicks, scrolling and other actions, browser and device, IP address',
    ja: '閲覧したページの URL、参照元の URL、ブラウザーに保存される識別子、クリックやスクロールなどの操作、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Bringing together how the service is used, for analysis and advertising',
    ja: '利用状況の統合・分析、広告などへの活用',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: SILENCED,
  policyUrl: 'https://www.treasuredata.com/privacy/',
  options: {
    required: ['writeKey', 'database'],
    properties: {
      writeKey: { type: 'string', minLength: 1, description: 'Write-only key.' },
      database: {
        type: 'string',
        pattern: '^[a-z0-9_]{3,255}$',
        description: 'Name of the database.',
      },
      host: { type: 'string', pattern: '^[a-z0-9.-]+$', description: 'Where events go.' },
      table: { type: 'string', pattern: '^[a-z0-9_]{3,255}$', description: 'Table of page views.' },
      signedMode: { type: 'boolean', description: "Whether events carry the visitor's id and IP address." },
    },
  },
  example: { writeKey: '1/example', database: 'shop' },
});
