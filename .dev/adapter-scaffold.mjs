/** The exported factory of an adapter's file: its id in camel case. */
export const factoryOf = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The file of an adapter for a vendor whose script has no call that stops it, with example values. */
export function scaffold(id) {
  const factory = factoryOf(id);
  const options = `${factory[0].toUpperCase()}${factory.slice(1)}Options`;
  const name = id
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join(' ');
  const cookie = `_${id.replace(/-/g, '_')}_*`;
  return `import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { FOR_THE_SITE } from '../lib/recipient-use.js';
import { RELOADED } from '../lib/withdrawal.js';

/** Options of {@link ${factory}}. */
export interface ${options} {
  /** Site key, from the vendor's dashboard. */
  siteKey: string;
}

/**
 * ${name}: page views.
 *
 * The vendor has no call that stops it, hence the reload after a withdrawal.
 *
 * @see https://${id}.example/docs/consent (read 2026-01-31)
 */
export const ${factory} = defineAdapter<${options}>({
  vendor: '${id}',
  storage: [{ kind: 'cookie', name: '${cookie}' }],
  setup: ({ siteKey }) => ({
    onGrant: ({ loadScript }) =>
      loadScript('https://cdn.${id}.example/tag.js', (script) => script.setAttribute('data-site', siteKey)),
    onWithdraw: () => 'reload',
  }),
});

export const description = describeVendor({
  name: { en: '${name}', ja: '${name}' },
  provider: { en: '${name} Ltd', ja: '${name} Ltd' },
  purpose: 'analytics',
  hosts: ['cdn.${id}.example'],
  storage: [{ kind: 'cookie', name: '${cookie}', life: 'P1Y' }],
  information: {
    en: 'URLs of the pages viewed, browser and device, IP address',
    ja: '閲覧したページの URL、ブラウザーと端末の種類、IP アドレス',
  },
  usedFor: {
    en: 'Understanding how the service is used and improving it',
    ja: '利用状況の把握、サービス改善の検討',
  },
  recipientUse: FOR_THE_SITE,
  withdrawal: RELOADED,
  policyUrl: 'https://${id}.example/privacy',
  options: {
    required: ['siteKey'],
    properties: {
      siteKey: { type: 'string', minLength: 1, description: "Site key, from the vendor's dashboard." },
    },
  },
  example: { siteKey: 'example' },
});
`;
}
