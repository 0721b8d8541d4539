import { compileDrift } from '@consentry/browser/compile-drift';
import type { ConsentryConfig } from '@consentry/config';
import type { DriftKind } from '@consentry/receipts-server';
import type { Catalogue } from '../adapter-catalogue.js';

/** A host that pages met, and how; `*.` before it for subdomains that were not told. */
export interface MetHost {
  readonly host: string;
  readonly kind: DriftKind;
}

/** What a config and the catalogue know of a host, and what to do about it. */
export interface Judgement {
  /** The config accounts for it by now, so nothing is to be done. */
  readonly settled: boolean;
  /** The vendor of the config that it belongs to. */
  readonly vendor?: string;
  /** Adapters of the catalogue that it may belong to, by id. */
  readonly guesses: readonly string[];
  /** The next step, in a sentence. */
  readonly next: string;
}

/** Adapters that are named for one host; what Google's share is shared by more. */
const MOST_GUESSES = 4;

/** Says what a host is that pages of a site met. Pure. */
export function judgeHost({ host, kind }: MetHost, config: ConsentryConfig, catalogue: Catalogue): Judgement {
  const { vendors, hosts } = compileDrift({ ...config, drift: config.drift ?? {} }, catalogue)?.build ?? {
    vendors: [],
    hosts: [],
  };
  const vendor = vendors.find((each) => each.hosts.some((declared) => covers(declared, host)))?.id;
  const adapters = Object.entries(catalogue)
    .filter(([id, entry]) => id !== 'tag' && entry.hosts.some((declared) => covers(declared, host, true)))
    .map(([id]) => id);
  const guesses = adapters.slice(0, MOST_GUESSES);
  if (vendor !== undefined && kind === 'withheld')
    return {
      ...{ settled: false, vendor, guesses },
      next: `It belongs to vendors.${vendor}, and was contacted while that is withheld: something asks for it before the script, or past it. See consentry explain ${vendor}, and docs/what-the-gate-stops.md.`,
    };
  if (vendor !== undefined)
    return { settled: true, vendor, guesses, next: `It belongs to vendors.${vendor}.` };
  if (hosts.some((declared) => covers(declared, host)))
    return { settled: true, guesses, next: 'The config says that it is in order.' };
  return { settled: false, guesses, next: nextStep(host, guesses, config, catalogue) };
}

function nextStep(
  host: string,
  guesses: readonly string[],
  config: ConsentryConfig,
  catalogue: Catalogue,
): string {
  const off = Object.entries(config.vendors).find(
    ([id, { enabled, adapter = id, hosts }]) =>
      enabled === false &&
      (hosts ?? catalogue[adapter || '']?.hosts ?? []).some((each) => covers(each, host, true)),
  )?.[0];
  if (off) return `vendors.${off} is off, and something in the pages still asks for it: take its tag out.`;
  const [first] = guesses;
  if (first)
    return `Add ${guesses.map((id) => `"${id}"`).join(' or ')} under vendors (docs/adapters.md) with the tag taken out of the pages, or take the tag out alone.`;
  const name = host.replace('*.', '');
  return `No adapter knows it. Find out who answers there; then list them under vendors with "hosts": ["${name}"], or, if it is nobody who has to be named, put it into gate.hosts or drift.ignore.`;
}

/** Whether a host as it was met is covered by one as it is declared; with `loosely` also by a part of it (`host/path`). */
function covers(declared: string, met: string, loosely = false): boolean {
  const [name = '', path] = declared.split('/');
  if (!name || (path !== undefined && !loosely)) return false;
  const host = name.replace(/:\d+$/, '');
  const isShortened = met.startsWith('*.');
  const bare = met.replace('*.', '');
  if (bare === host || bare.endsWith(`.${host}`)) return true;
  // "*.b.example.com" may be what is declared as "a.b.example.com".
  return isShortened && loosely && host.endsWith(`.${bare}`);
}
