import type { Visitor } from '../support/visitor.js';
import type { LayerName } from './layers.js';
import type { FiledCase } from './leak-case.js';
import { readStored } from './read-stored.js';
import { type Seen, sameAs, seenIn } from './seen.js';
import type { ThirdParty } from './third-party.js';
import { siteOrigin, type Visit } from './visit.js';

/** What one case showed in one browser under one layer. `undefined`: not looked at, because of what came before. */
export interface Measures {
  readonly before: Seen;
  readonly granted?: Seen;
  readonly withdrawn?: Seen;
  readonly neutral: Seen;
}

/** What the vendor gets from a page without a consent manager. */
export interface Control {
  readonly seen: Seen;
  /** How long after the page had loaded the technique took to show. */
  readonly tookMs: number;
}

const LOOK_EVERY_MS = 70;
const LATEST_MS = 4000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Carries out one case in one browser. */
export class Measurement {
  constructor(
    readonly leakCase: FiledCase,
    readonly thirdParty: ThirdParty,
    /** Lends a visitor for as long as `use` takes. */
    readonly withVisitor: <T>(use: (visitor: Visitor) => Promise<T>) => Promise<T>,
  ) {}

  /** Whether the browser has what the case is about. */
  applies(): Promise<boolean> {
    const { needs } = this.leakCase;
    if (!needs) return Promise.resolve(true);
    return this.withVisitor(async (visitor) => {
      await this.#open(visitor, this.#visit('without', 'neutral'), 'idle');
      return visitor.run(`async () => !!(await (${needs}))` as never as () => Promise<boolean>);
    });
  }

  /** The first control: without a consent manager. */
  async control(): Promise<Control> {
    const { seen, tookMs } = await this.#plain('without', 'vendor', (seen) => this.#leaked(seen));
    return { seen, tookMs };
  }

  /** The second control: the neutral twin with everything blocked. */
  async blocked({ tookMs }: Control): Promise<Seen> {
    return (await this.#plain('blocked', 'neutral', undefined, tookMs)).seen;
  }

  /** The case under a layer, compared with its controls. */
  async under(layer: LayerName, control: Control): Promise<Measures> {
    const [guarded, neutral] = await Promise.all([
      this.leakCase.neutralOnly ? { before: NOTHING } : this.#guarded(layer, control),
      this.#plain(layer, 'neutral', (seen) => sameAs(seen, control.seen), control.tookMs),
    ]);
    return { ...guarded, neutral: neutral.seen };
  }

  /** A page that is opened and left alone. Waits for `until`, or for as long as a leak would take. */
  async #plain(
    layer: Visit['layer'],
    party: Visit['party'],
    until: ((seen: Seen) => boolean) | undefined,
    tookMsOfControl = 0,
  ): Promise<Control> {
    return this.withVisitor(async (visitor) => {
      // A visit that was interrupted may have arrived in part: the next try has hosts of its own.
      const visit = await undisturbed(async () => {
        const fresh = this.#visit(layer, this.leakCase.neutralOnly ? 'neutral' : party);
        await visitor.goto(this.#url(fresh, 'case'));
        return fresh;
      });
      const loadedAt = Date.now();
      if (until) await this.#wait(visitor, visit, 0, until);
      // Most show before the page has loaded.
      const tookMs = Date.now() - loadedAt;
      await this.#settle(visitor, visit, tookMsOfControl);
      return { seen: await this.#seen(visitor, visit, 0), tookMs };
    });
  }

  /** The visitor's story: nothing before, once after a grant, nothing after a withdrawal. */
  async #guarded(layer: LayerName, { seen: control, tookMs }: Control): Promise<Omit<Measures, 'neutral'>> {
    const { leakCase } = this;
    const visit = this.#visit(layer, 'vendor');
    const ids = leakCase.ids ?? ['acme'];
    return this.withVisitor(async (visitor) => {
      if (leakCase.leftover) await this.#open(visitor, this.#visitBefore(visit));
      await this.#open(visitor, visit, leakCase.leftover ? 'idle' : 'case');
      await this.#settle(visitor, visit, tookMs);
      const before = await this.#seen(visitor, visit, 0);
      // What has leaked does not come alive a second time; only code that was held may still run.
      if (before.ran[0] || (this.#leaked(before) && leakCase.leak !== 'run')) return { before };

      let start = visit.arrivals.length;
      const complete = (seen: Seen) => sameAs(this.#judged(seen, before), this.#judged(control, before));
      await visitor.run((list) => (window as never as PageUnderTest).consentry.grant(...list), ids);
      // A policy is lifted by the next page: the strict layer reloads by itself, a header goes with a navigation.
      if (layer === 'strict') await this.#nextPage(visit);
      // For what is marked, the policy makes no difference.
      const lifted = layer === 'header' && leakCase.category !== 'marked';
      if (lifted) {
        // What the page before it could release by itself is not counted twice.
        await this.#settle(visitor, visit, tookMs);
        start = visit.arrivals.length;
        await this.#open(visitor, visit);
      }
      await this.#settle(visitor, visit, leakCase.after ? tookMs : 0);
      const after = (layer === 'strict' || lifted) && !leakCase.leftover ? 'itself' : this.#after();
      if (after === 'itself') await this.#wait(visitor, visit, start, complete);
      else if (!complete(await this.#seen(visitor, visit, start))) {
        // As above: a slow page may be releasing it by itself, and the next one does so too.
        if (after === 'reload') start = visit.arrivals.length;
        await this.#use(visitor, visit, after);
        await this.#wait(visitor, visit, start, complete);
      }
      await this.#settle(visitor, visit, tookMs);
      const granted = this.#judged(await this.#seen(visitor, visit, start), before);

      const end = visit.arrivals.length;
      await visitor.run((list) => (window as never as PageUnderTest).consentry.deny(...list), ids);
      await this.#settle(visitor, visit, 0);
      if (leakCase.script && !leakCase.parsing) {
        await this.#use(visitor, visit, 'again');
        await this.#settle(visitor, visit, tookMs);
      }
      await this.#open(visitor, visit);
      await this.#settle(visitor, visit, tookMs);
      const withdrawn = this.#judged(await this.#seen(visitor, visit, end), before);
      return { before, granted, withdrawn };
    });
  }

  /** Waits for a reload, or long enough to know that none is needed. */
  async #nextPage(visit: Visit) {
    const { pagesServed: now } = visit;
    for (const deadline = Date.now() + 1500; visit.pagesServed === now && Date.now() < deadline; )
      await sleep(30);
  }

  /** Where only the request had escaped, what is left to judge is the code. */
  #judged(seen: Seen, before: Seen): Seen {
    return before.requested[0] ? { ...seen, requested: [] } : seen;
  }

  #after() {
    const { after, leftover, category } = this.leakCase;
    return after ?? (leftover || /^(sending|realm|storage)$/.test(category) ? 'again' : 'itself');
  }

  async #use(visitor: Visitor, visit: Visit, how: 'again' | 'reload') {
    if (how === 'reload') await this.#open(visitor, visit);
    // A page may be on its way out; then it uses the technique by itself when it is back.
    else
      await visitor.run(async () => {
        const page = window as never as Partial<PageUnderTest>;
        for (let i = 0; i < 40 && !page.technique; i++)
          await new Promise((resolve) => setTimeout(resolve, 50));
        page.technique?.().catch(() => {});
      });
  }

  #open(visitor: Visitor, visit: Visit, page: 'case' | 'idle' = 'case') {
    return undisturbed(() => visitor.goto(this.#url(visit, page)));
  }

  #leaked(seen: Seen): boolean {
    const { leak = 'request' } = this.leakCase;
    return seen[({ request: 'requested', run: 'ran', stored: 'stored' } as const)[leak]].length > 0;
  }

  /** Waits until the page shows `until`, and says when it did. */
  async #wait(visitor: Visitor, visit: Visit, from: number, until: (seen: Seen) => boolean) {
    for (const deadline = Date.now() + LATEST_MS; Date.now() < deadline; await sleep(30)) {
      if (until(await this.#seen(visitor, visit, from))) return Date.now();
    }
    return undefined;
  }

  /** Waits until the page is loaded and nothing new has arrived for twice as long as the control needed. */
  async #settle(visitor: Visitor, visit: Visit, tookMs: number) {
    // Twice as long, since a busy machine is not equally quick each time.
    const quietMs = Math.min(2 * tookMs + 2 * LOOK_EVERY_MS, LATEST_MS);
    for (let quiet = 0, pages = -1, known = -1; quiet < quietMs; quiet += LOOK_EVERY_MS) {
      if (pages !== visit.pagesServed) await visitor.run(loaded);
      if (pages !== visit.pagesServed || known !== visit.arrivals.length) quiet = 0;
      pages = visit.pagesServed;
      known = visit.arrivals.length;
      await sleep(LOOK_EVERY_MS);
    }
  }

  async #seen(visitor: Visitor, visit: Visit, from: number): Promise<Seen> {
    const stored = this.leakCase.leak === 'stored' ? await readStored(visitor, visit.party) : [];
    return seenIn(visit.arrivals.slice(from), stored);
  }

  #visit(layer: Visit['layer'], party: Visit['party']): Visit {
    return this.thirdParty.expect({ layer, party, leakCase: this.leakCase });
  }

  /** The same site as `visit` knows it, from before it had a consent manager. */
  #visitBefore(visit: Visit): Visit {
    return { ...visit, layer: 'without' };
  }

  #url({ run, layer }: Visit, page: 'case' | 'idle'): string {
    return `${siteOrigin(run, this.thirdParty.port)}/${page}?layer=${layer}`;
  }
}

/** A decision, even that of the visit before, may be loading a page anew at the same time; then once more. */
async function undisturbed<T>(open: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await open();
    } catch (error) {
      if (tries === 5 || !/interrupted|aborted|NS_BINDING/i.test(String(error))) throw error;
      await sleep(tries * 100);
    }
  }
}

/** Runs in the page: waits until it is loaded and its technique has come to an end, if it does. */
async function loaded() {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const late = new Promise((resolve) => setTimeout(resolve, 400));
  await Promise.race([(window as never as PageUnderTest).underWay, late]);
}

const NOTHING: Seen = { requested: [], ran: [], stored: [] };

interface PageUnderTest {
  consentry: { grant(...ids: string[]): Promise<void>; deny(...ids: string[]): Promise<void> };
  technique(): Promise<void>;
  underWay?: Promise<void>;
}
