import { createHash } from 'node:crypto';
import { startVendor, type Vendor, type VendorAnswer, type VendorRequest } from './vendor-server.js';

/** A lead as the fake keeps it. */
export interface FakeLead {
  email: string;
  subscribed: boolean;
  optInStatus?: string;
  tags: string[];
  fields: Record<string, unknown>;
  meta: Record<string, unknown>;
}

/** MailBluster's leads API as public clients of it use it, in memory. */
export interface FakeMailBluster extends Vendor {
  readonly key: string;
  readonly leads: Map<string, FakeLead>;
  /** Addresses in the order they became subscribed. */
  readonly subscribed: string[];
  readonly lead: (email: string) => FakeLead | undefined;
}

/** The name MailBluster gives to a lead. */
export const leadHash = (email: string) => createHash('md5').update(email).digest('hex');

/** Starts it. */
export async function startFakeMailBluster(): Promise<FakeMailBluster> {
  const key = 'mailbluster-key-of-the-test';
  const leads = new Map<string, FakeLead>();
  const subscribed: string[] = [];
  const set = (lead: FakeLead, value: unknown) => {
    if (typeof value !== 'boolean') return;
    if (value && !lead.subscribed) subscribed.push(lead.email);
    lead.subscribed = value;
  };

  const answer = ({ method, path, headers, body = {} }: VendorRequest): VendorAnswer => {
    // No scheme: a client that sends "Bearer …" has the wrong key.
    if (headers.authorization !== key) return { status: 401, body: { message: 'Invalid API key' } };
    if (method === 'POST' && path === '/leads') {
      const { email, subscribed: wish, doubleOptIn, overrideExisting } = body;
      if (typeof email !== 'string' || typeof wish !== 'boolean')
        return { status: 422, body: { subscribed: 'Subscribed is required' } };
      if (leads.has(leadHash(email)) && !overrideExisting)
        return { status: 422, body: { email: `${email} exists already` } };
      const lead: FakeLead = {
        email,
        subscribed: false,
        ...(doubleOptIn ? { optInStatus: 'waiting' } : {}),
        tags: [...((body.tags ?? []) as string[])],
        fields: { ...(body.fields as object) },
        meta: { ...(body.meta as object) },
      };
      set(lead, wish);
      leads.set(leadHash(email), lead);
      return { status: 201, body: { message: 'Lead created', lead } };
    }
    const hash = /^\/leads\/([0-9a-f]{32})$/.exec(path)?.[1] ?? '';
    const lead = leads.get(hash);
    if (!lead) return { status: 404, body: { message: 'Lead not found' } };
    if (method === 'GET') return { status: 200, body: lead };
    if (method === 'DELETE') {
      leads.delete(hash);
      return { status: 200, body: { message: 'Lead deleted', leadHash: hash } };
    }
    const { addTags = [], removeTags = [] } = body as { addTags?: string[]; removeTags?: string[] };
    set(lead, body.subscribed);
    lead.tags = [...new Set([...lead.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
    Object.assign(lead.fields, body.fields);
    return { status: 200, body: { message: 'Lead updated', lead } };
  };
  return Object.assign(await startVendor(answer), {
    key,
    leads,
    subscribed,
    lead: (email: string) => leads.get(leadHash(email)),
  });
}
