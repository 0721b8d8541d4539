import type { ConsentryConfig } from '../schema.js';
import type { Miss } from './lint-rules.js';
import type { NoticeDocument } from './schema-notice.js';

type Transfer = NonNullable<ConsentryConfig['vendors'][string]['transfer']>;

/** What a document lacks about those who are given data. */
export function lintRecipients(document: NoticeDocument, config: ConsentryConfig): Miss[] {
  return [
    ...ofRecipients(document, config),
    ...ofJointUse(document),
    ...ofOptOut(document),
    ...ofPersonalRelated(document, config),
  ];
}

function ofRecipients({ recipients, thirdParties }: NoticeDocument, config: ConsentryConfig): Miss[] {
  const list = recipients?.items ?? [];
  const misses = list.flatMap((recipient, i): Miss[] => {
    const path = `recipients.items.${i}`;
    const { party, transfer, consequenceOfRefusal } = recipient;
    const abroad = recipient.abroad ?? (party?.country !== undefined && party.country !== 'JP');
    return [
      ...(party || recipient.role === 'store' || transfer?.unidentified
        ? []
        : [{ code: 'recipient-named', path, found: 'named by its kind only' } as const]),
      ...(consequenceOfRefusal
        ? [
            {
              code: 'refusal-ends-service',
              path: `${path}.consequenceOfRefusal`,
              found: 'refusing has a consequence',
            } as const,
          ]
        : []),
      ...(abroad && !transfer
        ? [{ code: 'transfer-country', path, found: 'abroad, and nothing is told of the transfer' } as const]
        : []),
      ...(transfer ? ofTransfer(`${path}.transfer`, transfer) : []),
    ];
  });
  const named =
    list.some(({ transfer, party }) => transfer || party?.country) ||
    Object.values(config.vendors).some(({ transfer }) => transfer?.countries);
  if (thirdParties?.promises && !named)
    misses.push({
      code: 'transfer-promised',
      path: 'thirdParties.promises',
      found: 'countries are promised to be told, and none is named',
    });
  return misses;
}

/** What the three pieces of information before a transfer abroad lack, wherever it is described. */
export function ofTransfer(path: string, transfer: Transfer): Miss[] {
  const { basis, countries, unidentified, measures, measuresUnavailable, monitoring } = transfer;
  if (basis === 'equivalent-measures')
    return monitoring
      ? []
      : [{ code: 'transfer-monitoring', path, found: 'equivalent measures, and no look at them' }];
  if (basis !== 'consent') return [];
  return [
    ...(countries || unidentified
      ? []
      : [{ code: 'transfer-country', path, found: 'no country and no reason' } as const]),
    ...(countries ?? []).flatMap(({ country, system, systemUrls }, i) =>
      system || systemUrls
        ? []
        : [
            {
              code: 'transfer-system',
              path: `${path}.countries.${i}`,
              found: `nothing about the system of ${country}`,
            } as const,
          ],
    ),
    ...(measures?.url && !measures.text
      ? [{ code: 'measures-by-link', path: `${path}.measures`, found: 'a link and no words' } as const]
      : []),
    ...(measures?.text || measures?.url || measuresUnavailable
      ? []
      : [{ code: 'transfer-measures', path, found: 'no measures and no reason' } as const]),
  ];
}

function ofJointUse({ jointUse }: NoticeDocument): Miss[] {
  return (jointUse?.items ?? []).flatMap((use, i): Miss[] => {
    const path = `jointUse.items.${i}`;
    const lacks = [use.items ? '' : 'items', use.purposes ? '' : 'purposes'].filter(Boolean);
    const { manager } = use;
    const without = [
      manager?.address ? '' : 'address',
      manager?.representative ? '' : 'representative',
    ].filter(Boolean);
    return [
      ...(lacks.length ? [{ code: 'joint-use', path, found: `no ${lacks.join(', no ')}` } as const] : []),
      ...(manager && without.length === 0
        ? []
        : [
            {
              code: 'joint-use-manager',
              path: `${path}.manager`,
              found: manager ? `no ${without.join(', no ')}` : 'not named',
            } as const,
          ]),
    ];
  });
}

function ofOptOut({ optOutProvision, items = {} }: NoticeDocument): Miss[] {
  if (!optOutProvision) return [];
  const path = 'optOutProvision';
  const { provider } = optOutProvision;
  const lacks = [
    provider ? '' : 'name of the provider',
    provider?.address ? '' : 'address of the provider',
    provider?.representative ? '' : 'representative of the provider',
    ...(
      [
        ['purposeIncludesProvision', 'statement that provision is a purpose'],
        ['items', 'items'],
        ['acquiredHow', 'way of acquisition'],
        ['means', 'means of provision'],
        ['stopsOnRequest', 'statement that it stops on request'],
        ['howToAsk', 'way to ask'],
      ] as const
    ).map(([key, words]) => (optOutProvision[key] ? '' : words)),
  ].filter(Boolean);
  const special = (optOutProvision.items?.items ?? []).filter((id) => items[id]?.class === 'special-care');
  return [
    ...(lacks.length ? [{ code: 'opt-out-items', path, found: `no ${lacks.join(', no ')}` } as const] : []),
    ...(special.length
      ? [{ code: 'opt-out-special-care', path: `${path}.items`, found: special.join(', ') } as const]
      : []),
  ];
}

function ofPersonalRelated({ personalRelated }: NoticeDocument, config: ConsentryConfig): Miss[] {
  return (['received', 'provided'] as const).flatMap((direction) =>
    (personalRelated?.[direction]?.items ?? []).flatMap((entry, i): Miss[] => {
      const path = `personalRelated.${direction}.items.${i}`;
      const { consent, vendor } = entry;
      const mustWait =
        direction === 'provided' && entry.becomesPersonalData && consent?.obtainedBy === 'sender';
      return [
        ...(mustWait && vendor !== undefined && runsUnasked(config, vendor)
          ? [
              {
                code: 'personal-related-unasked',
                path: `config:vendors.${vendor}.askFirst`,
                found: 'not true, so it runs unasked wherever the regime lets it',
              } as const,
            ]
          : []),
        ...(entry.becomesPersonalData && (!consent || consent.obtainedBy === 'nobody')
          ? [
              {
                code: 'personal-related-consent',
                path,
                found: 'it is linked with persons, and nobody is said to ask them',
              } as const,
            ]
          : []),
        ...(consent?.consequenceOfRefusal
          ? [
              {
                code: 'refusal-ends-service',
                path: `${path}.consent.consequenceOfRefusal`,
                found: 'refusing has a consequence',
              } as const,
            ]
          : []),
        ...(entry.transfer ? ofTransfer(`${path}.transfer`, entry.transfer) : []),
      ];
    }),
  );
}

/** Whether some visitor's page may run a vendor without a yes. */
function runsUnasked({ regime = {}, vendors }: ConsentryConfig, id: string): boolean {
  const { askFirst, transfer, enabled } = vendors[id] ?? {};
  const { model = 'opt-in', byPlace = false } = regime;
  const waits = askFirst ?? transfer?.basis === 'consent';
  return enabled !== false && !waits && (model !== 'opt-in' || byPlace);
}
