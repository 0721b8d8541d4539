import type { AdapterCatalogue } from '../catalogue.js';
import { purposesOf } from '../config-parts.js';
import type { ConfigText, ConsentryConfig, VendorConfig } from '../schema.js';

/** What a notice tells of one vendor: the config's words, and its adapter's where the config is silent. */
export interface NoticeTool {
  readonly id: string;
  readonly channel: 'page' | 'email';
  readonly purposes: readonly string[];
  readonly name: ConfigText;
  readonly provider: ConfigText;
  readonly country?: string;
  readonly information: ConfigText;
  readonly conditional?: ConfigText;
  readonly usedFor: ConfigText;
  readonly recipientUse?: ConfigText;
  readonly policyUrl?: string;
  readonly storage: readonly {
    readonly kind: string;
    readonly name: string;
    readonly life?: string;
    readonly domain?: string;
  }[];
  readonly optOut?: VendorConfig['optOut'];
  readonly transfer?: VendorConfig['transfer'];
  readonly transmission: 'told' | 'necessary' | 'own-id';
  /** All its purposes are exempt: it is not asked about. */
  readonly exempt: boolean;
}

/** What is told of every vendor that is on, in the config's order: the only list of tools there is. */
export function noticeTools(config: ConsentryConfig, catalogue: AdapterCatalogue): NoticeTool[] {
  return Object.entries(config.vendors)
    .filter(([, { enabled }]) => enabled !== false)
    .map(([id, vendor]) => toolOf(config, id, vendor, catalogue));
}

function toolOf(
  config: ConsentryConfig,
  id: string,
  vendor: VendorConfig,
  catalogue: AdapterCatalogue,
): NoticeTool {
  const { channel = 'page', adapter = channel === 'page' ? id : false } = vendor;
  const entry = adapter !== false && Object.hasOwn(catalogue, adapter) ? catalogue[adapter] : undefined;
  // What an adapter says of the page is not true of mails.
  const ofPage = channel === 'page' ? entry : undefined;
  const purposes = purposesOf(vendor, ofPage);
  const optional = {
    country: vendor.country ?? entry?.country,
    conditional: vendor.conditional,
    recipientUse: vendor.recipientUse ?? ofPage?.recipientUse,
    policyUrl: vendor.policyUrl ?? entry?.policyUrl,
    optOut: vendor.optOut,
    transfer: vendor.transfer,
  };
  return {
    id,
    channel,
    purposes,
    name: vendor.name ?? entry?.name ?? id,
    provider: vendor.provider ?? entry?.provider ?? '',
    information: vendor.information ?? ofPage?.information ?? '',
    usedFor: vendor.usedFor ?? ofPage?.usedFor ?? '',
    storage: vendor.storage ?? ofPage?.storage ?? [],
    transmission: vendor.transmission ?? 'told',
    exempt: purposes.every((purpose) => config.purposes[purpose]?.exempt),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<NoticeTool>),
  };
}
