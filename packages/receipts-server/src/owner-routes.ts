import { sha256 } from '@consentry/receipts';
import type { Context, Hono } from 'hono';
import type { Protected } from './app.js';
import { checkMember, invalidMember } from './check-member.js';
import type { Controller } from './exports/consent-account.js';
import { HttpProblem } from './http-problem.js';
import { readMembers } from './link-contacts.js';
import { readParameter } from './list-records.js';
import { commitEntry } from './log/commit-entry.js';
import { EXPORT_FORMATS, type ExportFormat, exportSubjects } from './people/answer-person.js';
import { erasePerson } from './people/erase-person.js';
import type { ReceiptStore } from './store.js';

/** What the routes need. */
export interface OwnerRoutes {
  readonly base: string;
  readonly store: ReceiptStore;
  readonly controller: Controller | undefined;
  readonly now: () => number;
  readonly guard: Protected;
  readonly only: (methods: string) => () => never;
}

const SUBJECT = /^[\w-]{22}$/;
const ACCOUNT = /^[!-~]{1,200}$/;
const REFERENCE = /^[!-~]{1,100}$/;
const MOST_REASON = 500;

/**
 * Adds what an owner is asked for: to show all, to hand it out, to delete it, to correct a link, to hold it. Every
 * call needs a token and stands in the log; what was asked and done stands there as a `request` as well.
 */
export function addOwnerRoutes(app: Hono, routes: OwnerRoutes): void {
  const { base, store, controller, now, guard, only } = routes;

  const handOut = async (subjects: readonly string[], format: ExportFormat) => {
    const found = await exportSubjects(store, subjects, format, { controller, now: now() });
    return new Response(found.text, { headers: { 'content-type': found.type } });
  };
  const format = (c: Context) =>
    (readParameter(new URL(c.req.url).searchParams, 'format', formatPattern, EXPORT_FORMATS.join(', ')) ??
      'json') as ExportFormat;
  const subject = (c: Context) =>
    checkMember('subject', c.req.param('subject'), SUBJECT, '22 characters of base64url');
  const account = (c: Context) =>
    checkMember('account', c.req.param('account'), ACCOUNT, 'up to 200 visible characters');

  const ofSubject = `${base}/subjects/:subject/records`;
  app.get(
    ofSubject,
    guard('reader', 'subject.export', (c) => handOut([subject(c)], format(c))),
  );
  app.all(ofSubject, only('GET'));
  const ofAccount = `${base}/accounts/:account/records`;
  app.get(
    ofAccount,
    guard('reader', 'account.export', async (c) =>
      handOut(await store.people.subjectsOf(account(c)), format(c)),
    ),
  );
  app.all(ofAccount, only('GET'));

  const links = `${base}/accounts/:account`;
  app.get(
    links,
    guard('reader', 'account.show', async (c) =>
      Response.json({ account: account(c), subjects: await store.people.subjectsOf(account(c)) }),
    ),
  );
  app.all(links, only('GET'));
  const link = `${base}/accounts/:account/subjects/:subject`;
  app.put(
    link,
    guard('admin', 'account.link', async (c) => {
      const before = await store.people.accountOf(subject(c));
      await store.people.link({ account: account(c), subject: subject(c), now: now() });
      return Response.json({ account: account(c), subject: subject(c), before: before ?? null });
    }),
  );
  app.delete(
    link,
    guard('admin', 'account.unlink', async (c) => {
      if ((await store.people.accountOf(subject(c))) !== account(c))
        throw new HttpProblem(404, 'not-found', 'The subject is not tied to this account.');
      await store.people.unlink(subject(c));
      return new Response(null, { status: 204 });
    }),
  );
  app.all(link, only('PUT, DELETE'));

  const hold = `${base}/holds/:subject`;
  app.get(
    `${base}/holds`,
    guard('reader', 'holds.list', async () => Response.json({ holds: await store.people.legalHolds() })),
  );
  app.all(`${base}/holds`, only('GET'));
  app.put(
    hold,
    guard('admin', 'hold.set', async (c) => {
      const { reason } = await readMembers(c.req.raw, ['reason']);
      if (typeof reason !== 'string' || reason.trim() === '' || reason.length > MOST_REASON)
        throw invalidMember('reason', `a text of at most ${MOST_REASON} characters`);
      const since = new Date(now()).toISOString();
      await store.people.hold({ subject: subject(c), reason, since });
      return Response.json({ subject: subject(c), reason, since });
    }),
  );
  app.delete(
    hold,
    guard('admin', 'hold.release', async (c) => {
      if (!(await store.people.release(subject(c))))
        throw new HttpProblem(404, 'not-found', 'The subject is not held.');
      return new Response(null, { status: 204 });
    }),
  );
  app.all(hold, only('PUT, DELETE'));

  const requests = `${base}/requests`;
  app.post(
    requests,
    guard('admin', 'request.answer', async (c) => {
      const body = await readMembers(c.req.raw, ['type', 'subject', 'account', 'reference', 'format']);
      return answerRequest(body);
    }),
  );
  app.get(
    requests,
    guard('reader', 'requests.list', async (c) => {
      const after = readParameter(
        new URL(c.req.url).searchParams,
        'after',
        /^[0-9a-f-]{36}$/,
        'the id of a request',
      );
      const found = await store.log.entries({ kind: 'request', after, limit: 200 });
      return Response.json({
        requests: found.map(({ id, text }) => ({ id, ...JSON.parse(text) })),
        next: found.length === 200 ? found.at(-1)?.id : null,
      });
    }),
  );
  app.all(requests, only('GET, POST'));

  app.get(
    `${base}/shown/:hash{sha256-[\\w-]{43}}`,
    guard('reader', 'shown.read', async (c) => {
      const text = await store.getShown(c.req.param('hash') ?? '');
      if (text === undefined)
        throw new HttpProblem(404, 'not-found', 'Nothing with this hash was kept here.');
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    }),
  );

  /** Does what a person asked for, and keeps that it was asked and what was done, without saying of whom. */
  async function answerRequest(body: Record<string, unknown>): Promise<Response> {
    const { type, reference = '' } = body;
    if (type !== 'access' && type !== 'erasure') throw invalidMember('type', '"access" or "erasure"');
    if (reference !== '') checkMember('reference', reference, REFERENCE, 'up to 100 visible characters');
    const isAccount = body.account !== undefined;
    const subjects = isAccount
      ? await store.people.subjectsOf(
          checkMember('account', body.account, ACCOUNT, 'up to 200 visible characters'),
        )
      : [checkMember('subject', body.subject, SUBJECT, '22 characters of base64url')];
    const chosen = body.format ?? 'json';
    if (!EXPORT_FORMATS.includes(chosen as ExportFormat))
      throw invalidMember('format', EXPORT_FORMATS.join(', '));
    const person = {
      type,
      ...(reference ? { reference } : {}),
      ...(isAccount ? { accountHash: await sha256(String(body.account)) } : {}),
      subjectHashes: await Promise.all(subjects.map((each) => sha256(each))),
    };
    const asked = commitEntry('request', { ...person, stage: 'asked' }, now());
    await store.log.add(asked);
    const keep = (outcome: object) =>
      store.log.add(
        commitEntry('request', { ...person, stage: 'answered', request: asked.id, outcome }, now()),
      );
    if (type === 'access') {
      const found = await exportSubjects(store, subjects, chosen as ExportFormat, { controller, now: now() });
      await keep({ records: found.records, format: chosen });
      return new Response(found.text, {
        headers: { 'content-type': found.type, 'x-consentry-request': asked.id },
      });
    }
    const outcome = await erasePerson(store, subjects, { reason: 'request', request: asked.id }, now());
    await keep({ erased: outcome.erased, held: outcome.held.length });
    return Response.json({ request: asked.id, subjects: subjects.length, ...outcome });
  }
}

const formatPattern = new RegExp(`^(${EXPORT_FORMATS.join('|')})$`);
