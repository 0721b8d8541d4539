import { expect } from '@playwright/test';
import type { TestSite, Visitor } from './visitor.js';

const GATE_PORT = 4410;

/** A page of test/e2e/pages in a visitor's browser, and what its third party saw. */
export class GatePage<Someone extends Pick<Visitor, 'goto' | 'run'> = Visitor> {
  readonly #origin: string;
  constructor(
    readonly visitor: Someone,
    site: TestSite,
  ) {
    this.#origin = site.origin.replace(/\d+$/, String(GATE_PORT));
  }

  open = (page: string) => this.visitor.goto(`${this.#origin}/${page}.html`);

  /** Opens a page of this HTML. */
  openHtml = (html: string) => this.visitor.goto(this.urlOf(html));

  urlOf = (html: string) => `${this.#origin}/made-up?html=${encodeURIComponent(html)}`;

  /** The same site in another tab of this visitor. */
  async openTab(this: GatePage, site: TestSite) {
    return new GatePage(await this.visitor.openTab(), site);
  }

  grant = (...ids: string[]) =>
    this.visitor.run((list) => (window as never as Page).consentry.grant(...list), ids);
  deny = (...ids: string[]) =>
    this.visitor.run((list) => (window as never as Page).consentry.deny(...list), ids);

  /** Names of the scripts that have run, in order. */
  ran = () => this.visitor.run(() => (window as never as Page).ran ?? []);

  /** Names of the requests that reached the third party, sorted. */
  requested = () =>
    this.visitor.run(async () => {
      const entries: { what: string }[] = await (
        await fetch('/third-party-log', { cache: 'no-store' })
      ).json();
      return entries.map(({ what }) => what).sort();
    });

  /** Waits until the page and whatever it has started are done: a request of its own has gone round. */
  settle = () =>
    this.visitor.run(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
      await fetch('/third-party-log', { cache: 'no-store' });
    });

  expectRan = (names: string[]) => expect.poll(this.ran).toEqual(names);
  expectRequested = (names: string[]) => expect.poll(this.requested).toEqual([...names].sort());
}

interface Page {
  consentry: { grant(...ids: string[]): void; deny(...ids: string[]): void };
  ran?: string[];
}
