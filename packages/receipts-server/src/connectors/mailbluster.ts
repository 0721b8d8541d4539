import { createHash } from 'node:crypto';
import type { Standings } from '../deliveries/act.js';
import type { Capabilities, Connector, Message, Told } from './connector.js';
import { DeliveryError } from './delivery-error.js';
import { createServiceClient, type ServicePlatform } from './service-client.js';
import type { CarriedPurpose, ConnectorSettings } from './settings.js';

/**
 * What MailBluster can be told of one person. It watches opens and clicks of everybody or of nobody; a refusal
 * can be shown there as a tag or a field, for a segment that tracked campaigns leave out by hand.
 */
export const mailblusterCapabilities: Capabilities = {
  newsletter: true,
  openTracking: 'unsupported',
  doubleOptIn: true,
  reportsBack: false,
};

/** What we read of a lead. */
interface Lead {
  readonly subscribed: boolean;
  readonly tags: readonly string[];
}

/**
 * MailBluster, by its leads API. It tells nobody who unsubscribed in a mail, so every write follows a look;
 * `subscribed: true` is sent only with a lead that is created, never with one that is there.
 *
 * @see https://app.mailbluster.com/api-doc/leads (fields as in four public clients, read 2026-11-21 and -22)
 */
export function mailbluster(
  id: string,
  settings: ConnectorSettings & { readonly key: string },
  platform: ServicePlatform,
): Connector {
  const carried = Object.entries(settings.purposes);
  const call = createServiceClient({
    ...platform,
    name: 'MailBluster',
    url: settings.url ?? 'https://api.mailbluster.com/api',
    // The key alone: no scheme before it.
    headers: { authorization: settings.key },
  });
  const read = async (path: string): Promise<Lead | undefined> => {
    const { status, body } = await call({ method: 'GET', path, accept: [404] });
    return status === 404 ? undefined : parseLead(body);
  };

  return {
    id,
    capabilities: mailblusterCapabilities,
    purposes: carried.map(([purpose]) => purpose),
    contactKinds: ['email'],
    async deliver({ contact, standings, erase }: Message): Promise<Told> {
      const email = contact.value;
      // MailBluster names a lead by the MD5 of its address; queues keep addresses in lower case.
      const path = `/leads/${createHash('md5').update(email).digest('hex')}`;
      if (erase) {
        await call({ method: 'DELETE', path, accept: [404] });
        return { note: '' };
      }
      const said = carried.filter(([purpose]) => standings[purpose]);
      if (said.length === 0) return { note: '' };
      const newsletter = said.find(([, { as }]) => as === 'newsletter');
      const wants = newsletter && standings[newsletter[0]]?.status === 'granted';
      const { tags, dropTags, fields } = marksOf(said, standings);

      let lead = await read(path);
      if (!lead && !wants) return { note: 'not known to MailBluster, and not created' };
      if (!lead && newsletter) {
        const [purpose, { doubleOptIn }] = newsletter;
        const { at, record } = standings[purpose] as NonNullable<Standings[string]>;
        const body = {
          email,
          subscribed: true,
          ...(doubleOptIn ? { doubleOptIn: true } : {}),
          ...(tags.length > 0 ? { tags } : {}),
          ...(Object.keys(fields).length > 0 ? { fields } : {}),
          meta: { consentRecord: record, consentAt: at },
        };
        // No overrideExisting: a lead that has appeared since the look is refused, and looked at again.
        const { status } = await call({
          method: 'POST',
          path: '/leads',
          body,
          accept: [409, 422],
          secret: email,
        });
        if (status < 300) return { note: '' };
        lead = await read(path);
        if (!lead)
          throw new DeliveryError('permanent', `MailBluster answered ${status} and does not take the lead.`);
      }
      if (!lead) return { note: '' };
      const { subscribed } = lead;
      const change = {
        ...(newsletter && !wants && subscribed ? { subscribed: false } : {}),
        ...nonEmpty(
          'addTags',
          tags.filter((tag) => !lead?.tags.includes(tag)),
        ),
        ...nonEmpty(
          'removeTags',
          dropTags.filter((tag) => lead?.tags.includes(tag)),
        ),
        ...(Object.keys(fields).length > 0 ? { fields } : {}),
      };
      if (Object.keys(change).length > 0)
        await call({
          ...{ method: 'PUT', path, secret: email, goneIsTemporary: true },
          body: { email, ...change },
        });
      return { note: wants && !subscribed ? 'unsubscribed at MailBluster, and left so' : '' };
    },
  };
}

/** The tags and fields that show where a person stands. */
function marksOf(said: readonly (readonly [string, CarriedPurpose])[], standings: Standings) {
  const tags: string[] = [];
  const dropTags: string[] = [];
  const fields: Record<string, string> = {};
  for (const [purpose, { grantedTag, deniedTag, field }] of said) {
    const granted = standings[purpose]?.status === 'granted';
    for (const [tag, has] of [
      [grantedTag, granted],
      [deniedTag, !granted],
    ] as const)
      if (tag) (has ? tags : dropTags).push(tag);
    if (field) fields[field] = granted ? 'granted' : 'denied';
  }
  return { tags, dropTags, fields };
}

function nonEmpty(name: string, list: readonly string[]): Record<string, readonly string[]> {
  return list.length > 0 ? { [name]: list } : {};
}

function parseLead(body: unknown): Lead {
  const { subscribed, tags } = (body ?? {}) as Record<string, unknown>;
  if (typeof subscribed !== 'boolean')
    throw new DeliveryError('temporary', 'MailBluster answered something that is no lead.');
  return { subscribed, tags: Array.isArray(tags) ? tags.map(String) : [] };
}
