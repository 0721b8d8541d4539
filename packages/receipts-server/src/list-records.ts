import { HttpProblem } from './http-problem.js';
import type { ReceiptStore } from './store.js';

const MOST_LISTED = 200;

/** Answers `?subject=&before=&limit=` with records, latest first, and the `before` of the next page. */
export async function listRecords(request: Request, store: ReceiptStore): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const subject = readParameter(query, 'subject', /^[\w-]{22}$/, '22 characters of base64url');
  const before = readParameter(query, 'before', /^[0-9a-f-]{36}$/, 'the id of a record');
  const limit = Number(
    readParameter(query, 'limit', /^([1-9]|[1-9]\d|1\d\d|200)$/, `1 to ${MOST_LISTED}`) ?? 50,
  );
  const found = await store.list({ subject, before, limit: limit + 1 });
  const records = found.slice(0, limit);
  return Response.json({
    records: records.map(({ receivedAt, hash, text }) => ({ receivedAt, hash, record: JSON.parse(text) })),
    next: found.length > limit ? records.at(-1)?.id : null,
  });
}

/** A parameter that fits, nothing when it is not there, or an {@link HttpProblem}. */
export function readParameter(
  query: URLSearchParams,
  name: string,
  pattern: RegExp,
  expected: string,
): string | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  if (!pattern.test(value))
    throw new HttpProblem(400, 'invalid-query', `${name} should be ${expected}.`, {
      problem: { path: name, expected, got: JSON.stringify(value.slice(0, 50)) },
    });
  return value;
}
