import type { LayerName } from './layers.js';
import type { FiledCase } from './leak-case.js';

/** One page of one case in one browser, with host names of its own, so that logs and storage never mix. */
export interface Visit {
  /** `r` and a number; first label of every host of the visit. */
  readonly run: string;
  /** Whose hosts the case's texts name. */
  readonly party: 'vendor' | 'neutral';
  readonly layer: LayerName | 'without' | 'blocked';
  readonly leakCase: FiledCase;
  /** What reached the third party, in order. */
  readonly arrivals: Arrival[];
  /** How often its page has been asked for: decisions may load it anew. */
  pagesServed: number;
}

/** Something that reached the third party, or a report that its code ran. */
export interface Arrival {
  readonly kind: 'request' | 'ran';
  readonly what: string;
}

/** Fills in the placeholders of a case's text. */
export function fillIn(text: string, { run, party, leakCase }: Visit, port: number): string {
  const vendor = party === 'vendor';
  // What is marked belongs to nobody by its host, or the other rule would withhold it.
  const name = `${run}.${vendor && leakCase.category === 'marked' ? 'marked' : party}.localhost`;
  const values: Record<string, string> = {
    at: `http://${name}:${port}`,
    host: `${name}:${port}`,
    name,
    port: String(port),
    party: `${party}.localhost`,
    NAME: `${party}.localhost`.toUpperCase(),
    wide:
      party.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)) + '.localhost',
    path: vendor ? '/proxy/acme' : '/assets/plain',
    shared: `shared.localhost:${port}/${vendor ? 'acme' : 'others'}/${run}`,
    idn: `${run}.${vendor ? 'bücher' : 'größe'}.localhost:${port}`,
    puny: `${run}.${vendor ? 'xn--bcher-kva' : 'xn--gre-6ka8i'}.localhost:${port}`,
    key: vendor ? '_acme' : '_plain',
    site: siteOrigin(run, port),
    run,
  };
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** Where the pages of a visit are. */
export const siteOrigin = (run: string, port: number) => `http://${run}.site.localhost:${port}`;
