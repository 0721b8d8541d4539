import { createOwnership } from '@consentry/gate/guard';
import { nameOf } from './host-name.js';
import type { PageHost } from './parts.js';

/** How a host was met; the server's `DriftKind` says what each means. */
export type MetKind = 'unlisted' | 'stopped' | 'withheld';
/** Names of hosts, by how they were met. */
export type Met = Partial<Record<MetKind, string[]>>;

/** What a config says belongs to whom. */
export interface DriftHosts {
  /** The site's vendors; `early` ones may be contacted before a yes. */
  readonly vendors: readonly {
    readonly id: string;
    readonly hosts: readonly string[];
    readonly early?: true;
  }[];
  /** Hosts of no vendor that are in order. */
  readonly hosts: readonly string[];
}

/** An address that a page has asked for. */
interface Asked {
  readonly address: string;
  /** When, in milliseconds of the page's clock. */
  readonly at: number;
  /** A policy has stopped it. */
  readonly stopped?: boolean;
}

/** Most hosts a page view tells of, and most addresses that wait to be looked at. */
const MOST_HOSTS = 20;
const MOST_WAITING = 1000;
/** How long the page may be held up at a time, and what is waited for before something is told. */
const SLICE_MS = 0.5;
const TOGETHER_MS = 2000;
/** A decision is dated in seconds, and takes a moment to be in force. */
const IN_FORCE_MS = 2000;

/**
 * Looks at every host that the page contacts, has contacted or was kept from contacting by its policy, and tells of those
 * that the config does not account for, each once. Requests of frames and workers are their own, and a socket shows
 * only where a policy stops it.
 */
export function watchDrift(
  { state, base }: Pick<PageHost, 'state' | 'base'>,
  { vendors, hosts }: DriftHosts,
  tell: (met: Met) => void,
  window: Window & Partial<typeof globalThis> = globalThis.window,
): void {
  const { document, location, performance } = window;
  const own = [location.hostname, new URL(base).hostname].filter(Boolean);
  const nobody = () => false;
  const listed = createOwnership(window, [...vendors, { id: '', hosts: [...hosts, ...own] }], nobody);
  const withheld = createOwnership(
    window,
    vendors.filter(({ early }) => !early),
    state.isAllowed,
  );
  const waiting: Asked[] = [];
  const seen = new Set<string>();
  let met: Met = {};
  let timer: number | undefined;

  /** What was contacted before the latest decision was contacted under another one. */
  const isJudged = (at: number) => {
    const decided = Object.values(state.$consent.get().entries).map(({ decidedAt = 0 }) => decidedAt);
    return performance.timeOrigin + at > Math.max(0, ...decided) * 1000 + IN_FORCE_MS;
  };
  /** A visitor has let it load for once. */
  const isReleased = (address: string) =>
    [...document.querySelectorAll<HTMLImageElement>('[data-consentry][src]:not(script)')].some(
      ({ src }) => src === address,
    );
  const judge = ({ address, at, stopped }: Asked): MetKind | undefined => {
    if (listed.ownerOf(address) === undefined) return stopped ? 'stopped' : 'unlisted';
    const isWithheld = !stopped && withheld.ownerOf(address) !== undefined;
    return isWithheld && isJudged(at) && !isReleased(address) ? 'withheld' : undefined;
  };
  const flush = () => {
    window.clearTimeout(timer);
    timer = undefined;
    if (Object.keys(met).length > 0) tell(met);
    met = {};
  };
  const look = (until = performance.now() + SLICE_MS) => {
    for (let asked = waiting.shift(); asked; asked = waiting.shift()) {
      const name = nameOf(asked.address);
      const kind = name && !seen.has(name) && seen.size < MOST_HOSTS ? judge(asked) : undefined;
      if (name && kind) {
        seen.add(name);
        met[kind] = [...(met[kind] ?? []), name];
        timer ??= window.setTimeout(flush, TOGETHER_MS);
      }
      if (waiting[0] && performance.now() > until) return void window.setTimeout(look);
    }
  };
  const ask = (asked: Asked) => {
    // Whoever comes first has the rest looked at.
    if (waiting.length < MOST_WAITING && waiting.push(asked) === 1) window.setTimeout(look);
  };

  document.addEventListener('securitypolicyviolation', ({ blockedURI: address, disposition }) => {
    if (disposition === 'enforce') ask({ address, at: 0, stopped: true });
  });
  document.addEventListener(
    'submit',
    ({ target, submitter }) => {
      // Not `form.action`, which may be one of its fields. A form that is withheld goes nowhere.
      const action =
        submitter?.getAttribute('formaction') ?? (target as Element).getAttribute('action') ?? '';
      // A link resolves an address as the form does, and never throws.
      const link = document.createElement('a');
      link.href = action;
      ask({ address: link.href, at: Number.NEGATIVE_INFINITY });
    },
    true,
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    look(Number.POSITIVE_INFINITY);
    flush();
  });
  // What the page's policy has stopped before this file was here; not in every browser.
  const { ReportingObserver, PerformanceObserver } = window as unknown as {
    ReportingObserver?: new (
      run: (reports: { body: { blockedURL?: string; disposition?: string } }[]) => void,
      options: object,
    ) => { observe(): void };
    PerformanceObserver?: typeof globalThis.PerformanceObserver;
  };
  if (ReportingObserver)
    new ReportingObserver(
      (reports) => {
        for (const { body } of reports)
          if (body.disposition === 'enforce') ask({ address: body.blockedURL ?? '', at: 0, stopped: true });
      },
      { types: ['csp-violation'], buffered: true },
    ).observe();
  if (PerformanceObserver)
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) ask({ address: name, at: startTime });
    }).observe({ type: 'resource', buffered: true });
}
