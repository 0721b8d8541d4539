import { startVendor, type Vendor, type VendorAnswer, type VendorRequest } from './vendor-server.js';

/** A contact as the fake keeps it. */
export interface FakeContact {
  attributes: Record<string, unknown>;
  emailBlacklisted: boolean;
  listIds: number[];
  listUnsubscribed: number[];
}

/** Brevo's contacts API as its documentation and SDK types (6.0.3) describe it, in memory. */
export interface FakeBrevo extends Vendor {
  readonly key: string;
  readonly contacts: Map<string, FakeContact>;
  /** Every time somebody was put on a list they were not on: `"<address> <list>"`. */
  readonly joined: string[];
  /** Every time somebody was to be put on a list they were on: `"<address> <list>"`. */
  readonly joinedAgain: string[];
  /** Confirmation mails sent: `"<address> <list>"`. */
  readonly confirmations: string[];
  /** What clicking the link of a confirmation mail does. */
  readonly confirm: (email: string, list: number) => void;
}

/** Boolean attributes the account has; a write to any other is dropped without a word, as Brevo does. */
const ATTRIBUTES = ['_PIXEL_TRACKING_CONSENT', 'PERSONAL_LINKS'];
const DATED = /^_PIXEL_TRACKING_CONSENT_(DATE|SOURCE)$/;

/** Starts it. `attributes`: the boolean attributes of the account. */
export async function startFakeBrevo(attributes: readonly string[] = ATTRIBUTES): Promise<FakeBrevo> {
  const key = 'xkeysib-of-the-test';
  const contacts = new Map<string, FakeContact>();
  const joined: string[] = [];
  const joinedAgain: string[] = [];
  const confirmations: string[] = [];
  const make = (email: string): FakeContact => {
    const made = { attributes: {}, emailBlacklisted: false, listIds: [], listUnsubscribed: [] };
    contacts.set(email, made);
    return made;
  };
  const join = (email: string, contact: FakeContact, list: number) => {
    const isIn = contact.listIds.includes(list);
    (isIn ? joinedAgain : joined).push(`${email} ${list}`);
    if (!isIn) contact.listIds.push(list);
  };
  const write = (email: string, contact: FakeContact, body: Record<string, unknown>) => {
    for (const [name, value] of Object.entries((body.attributes ?? {}) as object))
      if (DATED.test(name) || (attributes.includes(name) && typeof value === 'boolean'))
        contact.attributes[name] = value;
    if (typeof body.emailBlacklisted === 'boolean') contact.emailBlacklisted = body.emailBlacklisted;
    for (const list of (body.listIds ?? []) as number[]) join(email, contact, list);
    const leaving = (body.unlinkListIds ?? []) as number[];
    contact.listIds = contact.listIds.filter((list) => !leaving.includes(list));
  };
  const notFound = { status: 404, body: { code: 'document_not_found', message: 'Contact does not exist' } };

  const answer = ({ method, path, query, headers, body = {} }: VendorRequest): VendorAnswer => {
    if (headers['api-key'] !== key)
      return { status: 401, body: { code: 'unauthorized', message: 'Key not found' } };
    // By whichever name it was created.
    const email = String(body.email ?? body.ext_id ?? '');
    if (method === 'POST' && path === '/contacts/doubleOptinConfirmation') {
      const lists = body.includeListIds as number[] | undefined;
      if (!email || !lists?.length || !body.templateId || !body.redirectionUrl)
        return { status: 400, body: { code: 'missing_parameter', message: 'incomplete' } };
      for (const list of lists) confirmations.push(`${email} ${list}`);
      return { status: 201 };
    }
    if (method === 'POST' && path === '/contacts') {
      const there = contacts.get(email);
      if (there && !body.updateEnabled)
        return { status: 400, body: { code: 'duplicate_parameter', message: 'Contact already exist' } };
      write(email, there ?? make(email), body);
      return there ? { status: 204 } : { status: 201, body: { id: contacts.size } };
    }
    const identifier = /^\/contacts\/([^/]+)$/.exec(path)?.[1];
    const type = identifier?.includes('@') ? 'email_id' : 'ext_id';
    if (identifier === undefined || query.get('identifierType') !== type)
      return { status: 400, body: { code: 'invalid_parameter', message: 'Invalid identifier' } };
    const contact = contacts.get(identifier);
    if (!contact) return notFound;
    if (method === 'GET')
      return {
        status: 200,
        body: { id: 1, ...(type === 'email_id' ? { email: identifier } : {}), ...contact },
      };
    if (method === 'PUT') {
      write(identifier, contact, body);
      return { status: 204 };
    }
    contacts.delete(identifier);
    return { status: 204 };
  };
  const confirm = (email: string, list: number) => join(email, contacts.get(email) ?? make(email), list);
  // One object all along: `trouble` is set on it.
  return Object.assign(await startVendor(answer), {
    key,
    contacts,
    joined,
    joinedAgain,
    confirmations,
    confirm,
  });
}
