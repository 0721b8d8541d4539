import type { DriftKind } from '@consentry/receipts-server';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readConfigFile } from '../config-file.js';
import { type Judgement, judgeHost, type MetHost } from '../drift/judge-host.js';
import { type DriftSource, readDrift } from '../drift/read-drift.js';

/** Options of {@link drift}. */
export interface DriftOptions extends DriftSource {
  readonly file: string;
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  /** Hosts to look up, instead of those that pages met. */
  readonly hosts: readonly string[];
  /** Only what was met within so many days. @default all that is kept */
  readonly days?: number | undefined;
  /** Ends with 1 when something is to be done. */
  readonly check: boolean;
  readonly json: boolean;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** A host, what pages told of it, and what is to be done. */
type Line = MetHost &
  Judgement & { readonly count?: number; readonly firstSeen?: string; readonly lastSeen?: string };

const SAID: Readonly<Record<DriftKind, string>> = {
  withheld: 'was contacted while its vendor is withheld',
  unlisted: 'was contacted, and belongs to nobody in the config',
  stopped: "belongs to nobody in the config, and the page's policy stopped it",
};
const DAY_MS = 86_400_000;
const HOST = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)+$/;

/**
 * `consentry drift`: the hosts that pages met and the config does not account for, who they probably are, and what to
 * do. With `check` it ends with 1 when there are any.
 */
export async function drift(options: DriftOptions, print: (line: string) => void): Promise<void> {
  const { file, hosts, days, check, json, now = Date.now } = options;
  const catalogue = await loadCatalogue();
  const config = await readConfigFile(file, catalogue, options.environment);
  const wrong = hosts.find((host) => !HOST.test(host.toLowerCase()));
  if (wrong !== undefined)
    throw new CommandError(`"${wrong}": expected the name of a host, e.g. cdn.example.com.`, 2);
  const since = days === undefined ? '' : new Date(now() - days * DAY_MS).toISOString();
  const met = hosts[0]
    ? hosts.map((host): MetHost => ({ host: host.toLowerCase(), kind: 'unlisted' }))
    : (await readDrift(options, config)).filter(({ lastSeen }) => lastSeen >= since);
  const lines = met.map((each): Line => ({ ...each, ...judgeHost(each, config, catalogue) }));
  const open = lines.filter(({ settled }) => !settled);
  if (json) print(JSON.stringify({ site: config.site, open: open.length, hosts: lines }, null, 2));
  else {
    for (const line of hosts[0] ? lines : open) for (const text of describe(line)) print(text);
    if (!hosts[0]) print(summary(lines, open, config.drift?.report === 'server'));
  }
  if (check && open.length > 0)
    throw new CommandError(
      `${open.length === 1 ? '1 host is' : `${open.length} hosts are`} not accounted for by ${file}.`,
      1,
    );
}

function describe({ host, kind, settled, count, firstSeen, lastSeen, guesses, next }: Line): string[] {
  const seen =
    count === undefined ? '' : ` (${count} of the page views, ${day(firstSeen)} to ${day(lastSeen)})`;
  return [
    count === undefined ? host : `${host} ${SAID[kind]}${seen}`,
    ...(guesses[0] && !settled ? [`  probably ${guesses.join(' or ')}`] : []),
    `  ${next}`,
  ];
}

function summary(lines: readonly Line[], open: readonly Line[], isOn: boolean): string {
  if (lines.length === 0)
    return isOn
      ? 'Pages have told of nothing yet; they tell of a sample of page views.'
      : 'Pages tell the server nothing: the config does not say "drift": { "report": "server" }.';
  const settled = lines.length - open.length;
  if (open.length === 0) return `All ${settled} hosts that pages told of are accounted for by now.`;
  return `${open.length} to look into${settled ? `, ${settled} accounted for by now` : ''}.`;
}

const day = (time = '') => time.slice(0, 10);
