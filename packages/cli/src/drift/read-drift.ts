import { driftEndpoint } from '@consentry/browser/compile-drift';
import type { ConsentryConfig } from '@consentry/config';
import { type DriftedHost, summariseDrift } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { openStore, type StorePlace } from '../open-store.js';

/** Where sightings are read: from a server by its address, or else from the store. */
export interface DriftSource extends StorePlace {
  /** Origin of the server, e.g. `"https://example.com"`. */
  readonly url?: string | undefined;
  /** Token of a reader, for the server. */
  readonly token?: string | undefined;
  /** @default global fetch */
  readonly fetch?: typeof fetch;
}

/** What pages of a site met, as its server or its store has it. */
export async function readDrift(source: DriftSource, config: ConsentryConfig): Promise<DriftedHost[]> {
  const all =
    source.url === undefined ? await fromStore(source) : await fromServer(source.url, source, config);
  return all.filter(({ site }) => site === config.site);
}

async function fromStore(place: StorePlace): Promise<DriftedHost[]> {
  const store = await openStore(place);
  try {
    return summariseDrift(await store.sightings.list());
  } finally {
    await store.close();
  }
}

async function fromServer(
  url: string,
  { token, fetch: ask = fetch }: DriftSource,
  config: ConsentryConfig,
): Promise<DriftedHost[]> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new CommandError(`--url: is "${url}"; expected an address, e.g. https://example.com.`, 2);
  if (!token)
    throw new CommandError(
      'Whose token? --token TOKEN of a reader, or CONSENTRY_TOKEN in the environment.',
      2,
    );
  const address = new URL(driftEndpoint(config.receipts?.endpoint), url);
  let answer: Response;
  try {
    answer = await ask(address, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(30_000),
    });
  } catch (cause) {
    throw new CommandError(`${address}: does not answer (${(cause as Error).message}).`, 2);
  }
  if (answer.status === 401 || answer.status === 403)
    throw new CommandError(`${address}: the token is none of a reader (${answer.status}).`, 2);
  if (!answer.ok) throw new CommandError(`${address}: answered ${answer.status}.`, 2);
  // A server of another version, or none of ours.
  const { hosts } = (await answer.json().catch(() => ({}))) as { hosts?: unknown };
  if (!Array.isArray(hosts) || !hosts.every(isDrifted))
    throw new CommandError(`${address}: answered something else.`, 2);
  return hosts;
}

function isDrifted(value: unknown): value is DriftedHost {
  const { site, host, kind, count, firstSeen, lastSeen } = (value ?? {}) as Partial<DriftedHost>;
  const texts = [site, host, kind, firstSeen, lastSeen];
  // What is printed may hold no sequence that a terminal obeys.
  return texts.every((text) => /^[\w.*:-]{1,100}$/.test(String(text))) && Number.isInteger(count);
}
