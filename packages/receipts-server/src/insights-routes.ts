import type { Hono, MiddlewareHandler } from 'hono';
import type { Authenticate } from './access/authenticate.js';
import { ReceiptsServerError } from './errors.js';
import { HttpProblem } from './http-problem.js';
import { createShownCounter } from './insights/accept-shown.js';
import type { InsightsQuery } from './insights/answer.js';
import { createInsights } from './insights/insights.js';
import { INSIGHTS_TABLES, type InsightsTable, insightsCsv } from './insights/insights-csv.js';
import { addDays, lengthOf } from './insights/periods.js';
import type { InsightsSettings } from './insights/settings.js';
import { readParameter } from './list-records.js';
import { readPageFile } from './page/page-files.js';
import type { ReceiptStore } from './store.js';

/** What the routes need. */
export interface InsightsRoutes {
  readonly base: string;
  readonly store: ReceiptStore;
  readonly settings: InsightsSettings;
  /** Site ids that are counted; empty for all. */
  readonly sites: ReadonlySet<string>;
  readonly authenticate: Authenticate;
  readonly limitRate: MiddlewareHandler;
  /** Of its own, so that a banner that is counted never costs somebody a record. */
  readonly limitCounts: MiddlewareHandler;
  readonly allowOrigins: MiddlewareHandler;
  readonly now: () => number;
  readonly only: (methods: string) => () => never;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DEFAULT_DAYS = 28;
const MOST_DAYS = 3660;

/**
 * Adds the figures of the insights page, as JSON and as CSV, for the token of a reader. They do not stand in the audit: as
 * metrics, they say nothing about persons.
 */
export function addInsightsRoutes(app: Hono, routes: InsightsRoutes): void {
  const { base, store, settings, sites, authenticate, limitRate, limitCounts, allowOrigins, now, only } =
    routes;
  const { minimum = 10, topics = [], countryHeader, countShown = false } = settings;
  if (!Number.isInteger(minimum) || minimum < 1)
    throw new ReceiptsServerError('invalid-option', `insights.minimum is ${minimum}: use a number from 1.`);
  const insights = createInsights({ store, minimum, topics, now });
  const path = `${base}/insights/data`;
  app.get(path, async (c) => {
    await authenticate(c.req.raw, 'reader').catch(async (refusal: unknown) => {
      await limitRate(c, async () => {});
      throw refusal;
    });
    const table = readParameter(
      new URL(c.req.url).searchParams,
      'csv',
      new RegExp(`^(${INSIGHTS_TABLES.join('|')})$`),
      INSIGHTS_TABLES.join(', '),
    );
    const found = await insights.answer(readQuery(new URL(c.req.url).searchParams, now()));
    const headers = { 'cache-control': 'no-store' };
    return table
      ? new Response(insightsCsv(found, table as InsightsTable), {
          headers: { ...headers, 'content-type': 'text/csv; charset=utf-8' },
        })
      : Response.json(found, { headers });
  });
  app.all(path, only('GET'));
  app.get(`${base}/insights`, () => {
    // Somebody will ask in a moment, once there is a token.
    insights.prepare();
    return readPageFile('insights.html', base);
  });
  app.get(`${base}/insights/:file`, (c) => readPageFile(c.req.param('file'), base));

  if (!countShown) return;
  const acceptShown = createShownCounter({ store, sites, countryHeader, now });
  app.post(`${base}/shown`, allowOrigins, limitCounts, (c) => acceptShown(c.req.raw));
  app.all(`${base}/shown`, only('POST'));
}

function readQuery(query: URLSearchParams, now: number): InsightsQuery {
  const text = (name: string, pattern: RegExp, expected: string) =>
    readParameter(query, name, pattern, expected);
  const number = (name: string) => {
    const value = text(name, /^\d{1,10}$/, 'a version of the notice');
    return value === undefined ? undefined : Number(value);
  };
  const day = (name: string) => {
    const value = text(name, DAY, 'a day, e.g. 2026-11-22');
    if (value !== undefined && !isDay(value)) throw invalid(name, 'a day there is');
    return value;
  };
  const to = day('to') ?? new Date(now).toISOString().slice(0, 10);
  const from = day('from') ?? addDays(to, 1 - DEFAULT_DAYS);
  const length = lengthOf({ from, to });
  if (length < 1 || length > MOST_DAYS) throw invalid('from', `a day up to ${MOST_DAYS} days before "to"`);
  const named = (name: string) => {
    // Empty is a value here: where a visitor was, or what was shown, is not known of all.
    const value = query.get(name);
    if (value === null) return undefined;
    return text(name, /^[\w .+-]{1,64}$/, 'up to 64 letters, digits and dashes') ?? '';
  };
  return {
    period: { from, to },
    site: text('site', /^[a-z][a-z0-9-]{0,49}$/, 'the id of a site'),
    topic: text('topic', /^[a-z][a-z0-9-]{0,49}$/, 'the id of a purpose or vendor'),
    ...{ country: named('country'), language: named('language'), layout: named('layout') },
    ...{ version: number('version'), one: number('one'), other: number('other') },
  };
}

/** Not 30 February. */
function isDay(value: string): boolean {
  return !Number.isNaN(Date.parse(value)) && addDays(value, 0) === value;
}

function invalid(path: string, expected: string): HttpProblem {
  return new HttpProblem(400, 'invalid-query', `${path} should be ${expected}.`, {
    problem: { path, expected, got: 'something else' },
  });
}
