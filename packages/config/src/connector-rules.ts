import { type Problem, withSuggestion } from './problem.js';
import type { ConsentryConfig } from './schema.js';
import type { ConnectorConfig } from './schema-connectors.js';

type Carried = ConnectorConfig['purposes'][string];
type As = NonNullable<Carried['as']>;
type Setting = Exclude<keyof Carried, 'as'>;

/**
 * What each service can make of a purpose, and with which settings. The connectors of
 * `@consentry/receipts-server` do it; `test/contract/connectors.test.ts` compares the two.
 */
export const carriedBy: Readonly<
  Record<
    string,
    Partial<Record<As, { readonly needs: readonly Setting[]; readonly takes: readonly Setting[] }>>
  >
> = {
  brevo: {
    newsletter: { needs: ['list'], takes: ['doubleOptIn'] },
    tracking: { needs: [], takes: [] },
    attribute: { needs: ['attribute'], takes: [] },
  },
  mailbluster: {
    newsletter: { needs: [], takes: ['doubleOptIn', 'field', 'grantedTag', 'deniedTag'] },
    tag: { needs: [], takes: ['grantedTag', 'deniedTag', 'field'] },
    field: { needs: ['field'], takes: ['grantedTag', 'deniedTag'] },
  },
};

/** What is wrong with the connectors of a config. */
export function connectorProblems(config: ConsentryConfig): Problem[] {
  const connectors = Object.entries(config.connectors ?? {});
  if (connectors.length > 0 && !config.receipts)
    return [
      { path: 'receipts', expected: 'to be set; connectors hear of decisions from the receipts server' },
    ];
  return connectors.flatMap(([id, connector]) => {
    const path = `connectors.${id}`;
    const service = connector.service ?? id;
    const services = [...Object.keys(carriedBy), 'webhook'];
    if (!services.includes(service)) {
      const expected = `to be one of ${services.join(', ')}; it is that only when the connector is named like it`;
      return [{ path: `${path}.service`, expected, ...withSuggestion(service, services) }];
    }
    return [
      ...serviceProblems(path, service, connector),
      ...Object.entries(connector.purposes).flatMap(([purpose, carried]) => [
        ...purposeProblems(config, `${path}.purposes.${purpose}`, purpose),
        ...carriedProblems(`${path}.purposes.${purpose}`, service, carried),
      ]),
    ];
  });
}

function serviceProblems(path: string, service: string, connector: ConnectorConfig): Problem[] {
  const { url, eventTokenFrom, purposes } = connector;
  const newsletters = Object.values(purposes).filter(({ as }) => as === 'newsletter').length;
  return [
    ...(service === 'webhook' && !url
      ? [{ path: `${path}.url`, expected: 'to be set; it is where the webhook is posted' }]
      : []),
    ...(service !== 'brevo' && eventTokenFrom
      ? [
          {
            path: `${path}.eventTokenFrom`,
            value: eventTokenFrom,
            expected: 'only with Brevo, which reports back',
          },
        ]
      : []),
    ...(service === 'mailbluster' && newsletters > 1
      ? [
          {
            path: `${path}.purposes`,
            expected: 'one newsletter at most; a lead of MailBluster is subscribed or not',
          },
        ]
      : []),
  ];
}

function purposeProblems({ purposes }: ConsentryConfig, path: string, id: string): Problem[] {
  const mailed = Object.keys(purposes).filter((each) => purposes[each]?.channel === 'email');
  const purpose = Object.hasOwn(purposes, id) ? purposes[id] : undefined;
  if (purpose?.channel === 'email') return [];
  const known = mailed.length > 0 ? ` (${mailed.join(', ')})` : '';
  return [
    {
      path,
      value: id,
      expected: purpose
        ? `a purpose of channel "email"${known}; add "channel": "email" to purposes.${id} if it happens in mails`
        : `a purpose of this file of channel "email"${known}`,
      ...(purpose ? {} : withSuggestion(id, mailed)),
    },
  ];
}

function carriedProblems(path: string, service: string, { as, ...settings }: Carried): Problem[] {
  const rules = carriedBy[service];
  const given = Object.keys(settings) as Setting[];
  const stray = (allowed: readonly Setting[], what: string): Problem[] =>
    given
      .filter((setting) => !allowed.includes(setting))
      .map((setting) => ({
        path: `${path}.${setting}`,
        value: settings[setting],
        expected: `no such setting for ${what}${allowed.length > 0 ? `; known are ${allowed.join(', ')}` : ''}`,
      }));
  // A webhook is told everything, and makes of it what it likes.
  if (!rules) return stray([], 'a webhook');
  const words = Object.keys(rules)
    .map((word) => JSON.stringify(word))
    .join(', ');
  if (as === undefined) return [{ path: `${path}.as`, expected: `to be set to one of ${words}` }];
  const rule = rules[as];
  if (!rule) {
    const why =
      service === 'mailbluster' && as === 'tracking'
        ? '; MailBluster watches opens of everybody or of nobody, so mark who refused by a tag and leave them out by hand'
        : '';
    return [{ path: `${path}.as`, value: as, expected: `one of ${words} for ${service}${why}` }];
  }
  return [
    ...rule.needs
      .filter((setting) => settings[setting] === undefined)
      .map((setting) => ({ path: `${path}.${setting}`, expected: `to be set; "as": "${as}" needs it` })),
    ...stray([...rule.needs, ...rule.takes], `"as": "${as}"`),
    ...(as === 'tag' && !settings.grantedTag && !settings.deniedTag
      ? [{ path, expected: 'grantedTag or deniedTag to be set' }]
      : []),
    ...(service === 'brevo' && settings.doubleOptIn
      ? (['template', 'redirectUrl'] as const)
          .filter((key) => settings.doubleOptIn?.[key] === undefined)
          .map((key) => ({ path: `${path}.doubleOptIn.${key}`, expected: 'to be set; Brevo needs it' }))
      : []),
  ];
}
