import type { Capabilities, Connector, Message, Told } from './connector.js';
import { createServiceClient, type ServicePlatform } from './service-client.js';
import type { ConnectorSettings } from './settings.js';
import { SIGNATURE_HEADER, signDelivery, TIMESTAMP_HEADER } from './webhook-signature.js';

/** What a webhook's receiver can be told: all. What it makes of it is its own business. */
export const webhookCapabilities: Capabilities = {
  newsletter: true,
  openTracking: 'receiver',
  doubleOptIn: false,
  reportsBack: false,
};

/**
 * A signed `POST` to an address of the site's choice, for services that have no connector. Any 2xx counts as
 * told. Tries of one delivery carry one `delivery` id and each its own time and signature.
 */
export function webhook(
  id: string,
  settings: ConnectorSettings & { readonly key: string; readonly url: string },
  platform: ServicePlatform,
): Connector {
  const purposes = Object.keys(settings.purposes);
  const call = createServiceClient({
    ...platform,
    name: `The webhook "${id}"`,
    url: settings.url,
    headers: {},
  });
  return {
    id,
    capabilities: webhookCapabilities,
    purposes,
    contactKinds: ['email', 'id'],
    async deliver({ id: delivery, contact, standings, erase }: Message): Promise<Told> {
      const said = purposes.flatMap((purpose) =>
        standings[purpose] ? [[purpose, standings[purpose]] as const] : [],
      );
      if (!erase && said.length === 0) return { note: '' };
      const body = JSON.stringify({
        delivery,
        event: erase ? 'erase' : 'standings',
        contact: { [contact.kind]: contact.value },
        ...(erase ? {} : { purposes: Object.fromEntries(said) }),
      });
      const timestamp = String(Math.floor(platform.now() / 1000));
      await call({
        method: 'POST',
        path: '',
        body,
        secret: contact.value,
        headers: {
          [TIMESTAMP_HEADER]: timestamp,
          [SIGNATURE_HEADER]: await signDelivery(settings.key, timestamp, body),
        },
      });
      return { note: '' };
    },
  };
}
