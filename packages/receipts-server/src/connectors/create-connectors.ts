import { ReceiptsServerError } from '../errors.js';
import { brevo, brevoCapabilities } from './brevo.js';
import type { Capabilities, Connector } from './connector.js';
import { mailbluster, mailblusterCapabilities } from './mailbluster.js';
import type { ServicePlatform } from './service-client.js';
import type { ConnectorSettings } from './settings.js';
import { webhook, webhookCapabilities } from './webhook.js';

/** What each service can be told of one person. */
export const connectorCapabilities: Readonly<Record<'brevo' | 'mailbluster' | 'webhook', Capabilities>> = {
  brevo: brevoCapabilities,
  mailbluster: mailblusterCapabilities,
  webhook: webhookCapabilities,
};

const MIN_SECRET_LENGTH = 16;

/**
 * The connectors of a config, with the secrets its variables hold. Throws a {@link ReceiptsServerError} that
 * names the variable when one is not set. The settings themselves are checked by `@consentry/config`.
 */
export function createConnectors(
  settings: Readonly<Record<string, ConnectorSettings>>,
  env: Readonly<Record<string, string | undefined>>,
  { fetch = globalThis.fetch, now = Date.now, timeoutMs = 10_000 }: Partial<ServicePlatform> = {},
): Connector[] {
  const secret = (connector: string, setting: string, name: string, shortest: number) => {
    const value = env[name]?.trim();
    if (!value || value.length < shortest)
      throw new ReceiptsServerError(
        'missing-secret',
        `connectors.${connector}.${setting}: the environment variable ${name} ${value ? `has fewer than ${shortest} characters` : 'is not set'}.`,
      );
    return value;
  };
  return Object.entries(settings).map(([id, each]) => {
    const { service = id, keyFrom, eventTokenFrom, url = '' } = each;
    const key = secret(id, 'keyFrom', keyFrom, service === 'webhook' ? MIN_SECRET_LENGTH : 1);
    const platform = { fetch, now, timeoutMs };
    if (service === 'mailbluster') return mailbluster(id, { ...each, key }, platform);
    if (service === 'webhook') return webhook(id, { ...each, key, url }, platform);
    if (service !== 'brevo')
      throw new ReceiptsServerError('invalid-option', `connectors.${id}.service: there is no "${service}".`);
    const eventToken = eventTokenFrom && secret(id, 'eventTokenFrom', eventTokenFrom, MIN_SECRET_LENGTH);
    return brevo(id, { ...each, key, eventToken }, platform);
  });
}
