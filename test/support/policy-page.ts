import { expect } from '@playwright/test';
import { Restaurant } from './restaurant.js';
import type { TestSite, Visitor } from './visitor.js';

const PORT = 4470;

/** A request that reached a stand-in. */
interface Arrival {
  readonly vendor: string;
  readonly what: string;
}

/** One of the sites of examples/policies as a visitor uses it; the widget is used as at the restaurant's. */
export class PolicyPage extends Restaurant {
  constructor(
    visitor: Visitor,
    site: TestSite,
    readonly name: string,
  ) {
    super(visitor, {
      origin: site.origin.replace(/\d+$/, String(PORT)),
      host: site.host.replace(/\d+$/, String(PORT)),
    });
  }

  override open = (path = 'en/') => this.visitor.goto(`${this.site.origin}/${this.name}/${path}`);

  /** What reached this site's stand-ins from this test's host, in order. */
  arrived = () =>
    this.visitor.run(
      async (name) => (await fetch(`/${name}/seen.json`, { cache: 'no-store' })).json() as Promise<Arrival[]>,
      this.name,
    );
  expectArrived = (least: number) =>
    expect.poll(async () => (await this.arrived()).length, 'arrivals').toBeGreaterThanOrEqual(least);

  /** Cookies that are not Consentry's. */
  foreignCookies = async () => (await this.cookies()).filter((name) => !name.startsWith('consentry'));

  override settle = () =>
    this.visitor.run(async (name) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await fetch(`/${name}/seen.json`, { cache: 'no-store' });
    }, this.name);

  /** Names of the services on the external-transmission page. */
  services = () =>
    this.visitor.run(() =>
      [...document.querySelectorAll('main tbody th[role="rowheader"] p:first-child')].map(
        ({ textContent }) => textContent ?? '',
      ),
    );
}
