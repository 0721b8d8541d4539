import type { Contact } from '../deliveries/delivery-queue.js';
import { type BrevoContact, parseBrevoContact } from './brevo-contact.js';
import { readBrevoEvents } from './brevo-events.js';
import { type Attributes, type Confirmation, planBrevo, TRACKING } from './brevo-plan.js';
import type { Capabilities, Connector, Message, Told } from './connector.js';
import { DeliveryError } from './delivery-error.js';
import { createServiceClient, type ServicePlatform } from './service-client.js';
import type { ConnectorSettings } from './settings.js';

/** What Brevo can be told of one person. */
export const brevoCapabilities: Capabilities = {
  newsletter: true,
  openTracking: 'per-person',
  doubleOptIn: true,
  reportsBack: true,
};

/**
 * Brevo, by its API v3. Tracking consent, lists and the e-mail blocklist are three things: a refusal of
 * tracking touches attributes only, a refused newsletter leaves its list, and the blocklist is read and never
 * written, so that whoever unsubscribed in a mail stays unsubscribed.
 *
 * A person Brevo does not know is created for a grant, not for a refusal: to refuse is no reason to be sent.
 *
 * @see https://developers.brevo.com/reference/update-contact (types of `@getbrevo/brevo` 6.0.3 read 2026-11-22)
 * @see https://developers.brevo.com/docs/limit-headers (read 2026-11-22)
 */
export function brevo(
  id: string,
  settings: ConnectorSettings & { readonly key: string; readonly eventToken?: string | undefined },
  platform: ServicePlatform,
): Connector {
  const carried = Object.entries(settings.purposes);
  const call = createServiceClient({
    ...platform,
    name: 'Brevo',
    url: settings.url ?? 'https://api.brevo.com/v3',
    headers: { 'api-key': settings.key },
    waitHeader: 'x-sib-ratelimit-reset',
  });
  const checked = new Set<string>();

  const read = async (contact: Contact): Promise<BrevoContact | undefined> => {
    const { status, body } = await call({ ...of(contact), method: 'GET', accept: [404] });
    return status === 404 ? undefined : parseBrevoContact(body);
  };
  /**
   * Brevo drops, without a word, a value whose attribute is missing or of another type: look once at each.
   * Temporary, since a look so soon may also be too early, and whoever mends the account mends it for all.
   */
  const checkKept = async (contact: Contact, attributes: Attributes) => {
    const names = Object.keys(attributes).filter((name) => typeof attributes[name] === 'boolean');
    if (names.every((name) => checked.has(name))) return;
    const kept = (await read(contact))?.attributes ?? {};
    for (const name of names) {
      if (kept[name] !== attributes[name])
        throw new DeliveryError(
          'temporary',
          `Brevo did not keep ${name}: ${name === TRACKING ? 'turn on per-contact pixel tracking consent in its settings' : 'make it a boolean attribute of contacts there'}.`,
        );
      checked.add(name);
    }
  };

  const sendConfirmation = async (
    { list, doubleOptIn }: Confirmation,
    email: string | undefined,
    attributes: Attributes,
    asked: readonly number[],
  ) => {
    try {
      if (!email) throw new DeliveryError('permanent', 'A confirmation mail needs an e-mail address.');
      const { template: templateId, redirectUrl: redirectionUrl } = doubleOptIn;
      const body = { email, includeListIds: [list], templateId, redirectionUrl, attributes };
      await call({ method: 'POST', path: '/contacts/doubleOptinConfirmation', body });
    } catch (error) {
      // Those that went out are not sent again because this one did not.
      if (!(error instanceof DeliveryError)) throw error;
      throw new DeliveryError(error.kind, error.message, error.waitMs, { asked });
    }
  };

  return {
    id,
    capabilities: brevoCapabilities,
    purposes: carried.map(([purpose]) => purpose),
    contactKinds: ['email', 'id'],
    ...(settings.eventToken ? { eventToken: settings.eventToken } : {}),
    readEvents: (body) =>
      carried.flatMap(([purpose, { as }]) => (as === 'tracking' ? readBrevoEvents(body, purpose) : [])),
    async deliver(message: Message): Promise<Told> {
      const { contact, standings, memory, erase } = message;
      if (erase) {
        await call({ ...of(contact), method: 'DELETE', accept: [404] });
        return { note: '' };
      }
      if (!carried.some(([purpose]) => standings[purpose])) return { note: '' };
      const there = await read(contact);
      const { attributes, join, leave, confirm, asked, granted, note } = planBrevo(
        carried,
        standings,
        there,
        memory,
      );
      const changed = Object.entries(attributes).some(([name, value]) => there?.attributes[name] !== value);
      const create = !there && (join.length > 0 || (granted && confirm.length === 0));
      const update = there !== undefined && (changed || join.length + leave.length > 0);
      const email = contact.kind === 'email' ? contact.value : there?.email;
      const lists = join.length > 0 ? { listIds: join } : {};

      if (update)
        await call({
          ...of(contact),
          method: 'PUT',
          goneIsTemporary: true,
          body: { attributes, ...lists, ...(leave.length > 0 ? { unlinkListIds: leave } : {}) },
        });
      if (create)
        await call({
          ...of(contact),
          method: 'POST',
          path: '/contacts',
          body: {
            ...(contact.kind === 'email' ? { email: contact.value } : { ext_id: contact.value }),
            attributes,
            ...lists,
            // Another process may have created it since; a merge of two people is never asked for.
            updateEnabled: true,
          },
        });
      for (const each of confirm) {
        await sendConfirmation(each, email, attributes, asked);
        asked.push(each.list);
      }
      if (create || (update && changed)) await checkKept(contact, attributes);
      return { note, memory: { asked } };
    },
  };
}

/** How a request names a person; the value is kept out of what operators are shown. */
function of({ kind, value }: Contact) {
  const type = kind === 'email' ? 'email_id' : 'ext_id';
  return { path: `/contacts/${encodeURIComponent(value)}?identifierType=${type}`, secret: value };
}
