import type { AdapterCatalogue } from '../catalogue.js';
import { adapterName, purposesOf } from '../config-parts.js';
import type { ConsentryConfig, VendorConfig } from '../schema.js';
import type { RegimeWarning } from '../schema-regime.js';
import { PLACE_GROUPS } from './regime-table.js';
import { BY_STRICTNESS, ruleOfRow, tableRow } from './rule-at.js';

/** Something about a config's rules that its owner should know and decide. */
export interface RegimeFinding {
  readonly code: RegimeWarning;
  /** Where, as in `regime.places.JP.model`. */
  readonly path: string;
  /** What is there and why it matters, in one sentence. */
  readonly says: string;
  /** The config says that its author knows (`regime.acknowledge`). */
  readonly acknowledged: boolean;
}

type Found = Omit<RegimeFinding, 'acknowledged'>;

/** What the rules of a config let happen that a law may not want, or that visitors are not told. */
export function lintRegime(config: ConsentryConfig, catalogue: AdapterCatalogue): RegimeFinding[] {
  const vendors = Object.entries(config.vendors).filter(
    ([, { enabled, channel }]) => enabled !== false && channel !== 'email',
  );
  const { acknowledge = [] } = config.regime ?? {};
  return [
    ...laxerThanTable(config),
    ...vendors.flatMap(([id, vendor]) => ofVendor(config, id, vendor, catalogue)),
  ].map((found) => ({ ...found, acknowledged: acknowledge.includes(found.code) }));
}

function laxerThanTable({ regime = {} }: ConsentryConfig): Found[] {
  return Object.entries(regime.places ?? {}).flatMap(([place, said]) => {
    // Of a group every member counts, and the first one speaks for it.
    const rows = (PLACE_GROUPS[place] ?? [place]).flatMap((each) => tableRow(each) ?? []);
    const finding = (key: string, is: unknown, law: string, asks: unknown): Found => ({
      code: 'laxer-than-table',
      path: `regime.places.${place}.${key}`,
      says: `is ${JSON.stringify(is)}, which is laxer than the table (${law}: ${JSON.stringify(asks)})`,
    });
    const found = rows.flatMap((row) => {
      const rule = ruleOfRow(row);
      const { model, grantDays, denyDays, gpc } = said;
      const runs = model !== undefined && model !== 'opt-in' && rule.model === 'opt-in';
      const isLaxer = runs || rank(model) < rank(rule.model);
      return [
        ...(model !== undefined && isLaxer ? [finding('model', model, row.law, rule.model)] : []),
        ...(grantDays !== undefined && grantDays > rule.grantDays
          ? [finding('grantDays', grantDays, row.law, rule.grantDays)]
          : []),
        ...(denyDays !== undefined && denyDays < rule.denyDays
          ? [finding('denyDays', denyDays, row.law, rule.denyDays)]
          : []),
        ...(gpc === 'inform' && rule.gpc === 'deny' ? [finding('gpc', gpc, row.law, rule.gpc)] : []),
      ];
    });
    return [...new Map(found.map((each) => [each.path, each])).values()];
  });
}

/** How strict a model is; one that is not set is as strict as the table's. */
const rank = (model: (typeof BY_STRICTNESS)[number] | undefined) =>
  model === undefined ? BY_STRICTNESS.length : BY_STRICTNESS.indexOf(model);

function ofVendor(
  { regime = {}, purposes }: ConsentryConfig,
  id: string,
  vendor: VendorConfig,
  catalogue: AdapterCatalogue,
): Found[] {
  const path = `vendors.${id}`;
  const { model = 'opt-in', byPlace = false } = regime;
  const known = catalogue[adapterName(id, vendor) ?? ''];
  const served = purposesOf(vendor, known);
  const isExempt = served.every((purpose) => purposes[purpose]?.exempt);
  const isMarketing = known?.purpose === 'marketing' || served.includes('marketing');
  const { askFirst, transfer, options, information } = vendor;
  const waits = askFirst ?? transfer?.basis === 'consent';
  const before = options?.beforeGrant ?? 'nothing';
  return [
    // With rules by place it runs unasked only where a row, or what the config says of a place, lets it.
    ...(isMarketing && !isExempt && model !== 'opt-in' && !byPlace && !waits
      ? [
          {
            code: 'marketing-unasked' as const,
            path,
            says: `is marketing and runs unasked for every visitor, because regime.model is "${model}"; the EEA, the United Kingdom and others ask for a yes first ("byPlace": true heeds that)`,
          },
        ]
      : []),
    ...(before !== 'nothing' && information === undefined
      ? [
          {
            code: 'sends-before-grant' as const,
            path: `${path}.options.beforeGrant`,
            says: `is ${JSON.stringify(before)}, so it loads and sends before a yes, and visitors are not told; say so in ${path}.information`,
          },
        ]
      : []),
    ...(askFirst === false && transfer?.basis === 'consent'
      ? [
          {
            code: 'consent-unasked' as const,
            path: `${path}.askFirst`,
            says: 'is false, though its transfer rests on consent (Japan, APPI Art. 28): where others run unasked it runs without that consent',
          },
        ]
      : []),
  ];
}
