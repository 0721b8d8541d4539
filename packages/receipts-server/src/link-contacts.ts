import type { Connector } from './connectors/connector.js';
import type { Contact, DeliveryQueue } from './deliveries/delivery-queue.js';
import { HttpProblem } from './http-problem.js';
import { readBody } from './read-body.js';

/** What linking needs. */
export interface Linking {
  readonly queue: DeliveryQueue;
  readonly connectors: readonly Connector[];
  readonly now: () => number;
}

const SUBJECT = /^[\w-]{22}$/;
/** Loose: whether an address exists is found out by writing to it. At most as long as RFC 5321 allows. */
const EMAIL = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/;
const MAX_EMAIL_LENGTH = 254;
const EXTERNAL_ID = /^[!-~]{1,200}$/;

/** `PUT /links/<subject>`: ties a subject to a person at the services named, or at all. */
export async function linkContact(request: Request, subject: string, linking: Linking): Promise<Response> {
  const { queue, now } = linking;
  checkSubject(subject);
  const body = await readMembers(request, ['email', 'id', 'connectors']);
  const contacts = readContacts(body);
  const known = pickConnectors(body.connectors, linking.connectors);
  const people = known.map((connector) => {
    const contact = contacts.find(({ kind }) => connector.contactKinds.includes(kind));
    if (!contact)
      throw invalid('email', 'an e-mail address', undefined, `${connector.id} knows people by nothing else.`);
    return { connector, contact };
  });
  for (const { connector, contact } of people) {
    const { id, purposes } = connector;
    const outcome = await queue.link({ subject, connector: id, contact, purposes, now: now() });
    if (outcome === 'being-erased')
      throw new HttpProblem(409, 'being-erased', `${id} has not yet deleted this person. Link again later.`, {
        headers: { 'retry-after': '60' },
      });
  }
  return Response.json({ subject, linked: people.map(({ connector }) => connector.id) });
}

/** `DELETE /links/<subject>`: nothing is told of this subject any more. The same answer for one that is unknown. */
export async function unlinkContact(subject: string, { queue }: Linking): Promise<Response> {
  checkSubject(subject);
  await queue.unlink(subject);
  return new Response(null, { status: 204 });
}

/** `POST /erasures`: deletes a person at the services, by subject or by address, and forgets the address. */
export async function eraseContact(request: Request, { queue, connectors, now }: Linking): Promise<Response> {
  const body = await readMembers(request, ['subject', 'email', 'id']);
  if (body.subject !== undefined) {
    if (typeof body.subject !== 'string') throw invalid('subject', 'a text', body.subject);
    checkSubject(body.subject);
    for (const person of await queue.contactsOf(body.subject)) await queue.erase({ ...person, now: now() });
  } else {
    for (const contact of readContacts(body))
      for (const { id, contactKinds } of connectors)
        if (contactKinds.includes(contact.kind)) await queue.erase({ connector: id, contact, now: now() });
  }
  return new Response(null, { status: 202 });
}

/** The members of a JSON body that is an object with none but these. */
export async function readMembers(
  request: Request,
  names: readonly string[],
): Promise<Record<string, unknown>> {
  let body: unknown;
  try {
    body = JSON.parse(await readBody(request));
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'invalid-json', 'The body is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('', 'an object', body);
  const stray = Object.keys(body).find((name) => !names.includes(name));
  if (stray) throw invalid(stray.slice(0, 50), `one of ${names.join(', ')}`, undefined);
  return body as Record<string, unknown>;
}

function readContacts({ email, id }: Record<string, unknown>): Contact[] {
  const contacts: Contact[] = [];
  if (email !== undefined) {
    const value = typeof email === 'string' ? email.trim().toLowerCase() : '';
    // The value is not repeated: answers end up in logs.
    if (value.length > MAX_EMAIL_LENGTH || !EMAIL.test(value))
      throw invalid('email', 'an e-mail address', undefined);
    contacts.push({ kind: 'email', value });
  }
  if (id !== undefined) {
    if (typeof id !== 'string' || !EXTERNAL_ID.test(id))
      throw invalid('id', '1 to 200 visible ASCII characters', undefined);
    contacts.push({ kind: 'id', value: id });
  }
  if (contacts.length === 0) throw invalid('email', 'an e-mail address, or an id', undefined);
  return contacts;
}

function pickConnectors(names: unknown, connectors: readonly Connector[]): readonly Connector[] {
  if (names === undefined) return connectors;
  const ids = connectors.map(({ id }) => id);
  if (!Array.isArray(names) || names.length === 0)
    throw invalid('connectors', `a list of ${ids.join(', ')}`, names);
  const stray = names.find((name) => !ids.includes(name));
  if (stray !== undefined) throw invalid('connectors', `only ${ids.join(', ')}`, stray);
  return connectors.filter(({ id }) => names.includes(id));
}

function checkSubject(subject: string): void {
  if (!SUBJECT.test(subject)) throw invalid('subject', '22 characters of base64url', subject);
}

function invalid(path: string, expected: string, got: unknown, why = ''): HttpProblem {
  const shown = JSON.stringify(got)?.slice(0, 50) ?? 'nothing usable';
  return new HttpProblem(400, 'invalid-body', `${path || 'The body'} should be ${expected}. ${why}`.trim(), {
    problem: { path, expected, got: shown },
  });
}
