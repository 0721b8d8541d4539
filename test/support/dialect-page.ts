import { expect } from '@playwright/test';
import type { TestSite, Visitor } from './visitor.js';

/** A page of test/e2e/pages/dialects in a visitor's browser, what its third party was asked for, and what was recorded. */
export class DialectPage {
  readonly #origin: string;
  constructor(
    readonly visitor: Visitor,
    site: TestSite,
    readonly peer: string,
    port: number,
  ) {
    this.#origin = `http://${site.host.split('.')[1]}.localhost:${port}`;
  }

  /** With the consent manager that it was written for. */
  openPublished = () => this.visitor.goto(`${this.#origin}/published/${this.peer}`);
  /** With ours, the page unchanged. */
  open = () => this.visitor.goto(`${this.#origin}/ours/${this.peer}`);

  grant = () => this.visitor.run(() => (window as never as Page).consentry.grant());
  /** Withdraws everything, and waits for the new page where something has run that cannot be unloaded. */
  withdraw = async () => {
    await this.visitor.run(async () => {
      const page = window as never as Page;
      page.isOld = true;
      await page.consentry.withdraw();
    });
    await expect.poll(() => this.visitor.run(() => (window as never as Page).isOld ?? false)).toBe(false);
    await this.settle();
  };

  /** Names of what the third party was asked for, sorted. */
  asked = () => this.#list<string>('/asked').then((names) => names.sort());
  expectAsked = (names: readonly string[]) => expect.poll(this.asked).toEqual([...names]);
  records = () => this.#list<{ id: string; via: string; statuses: object }>('/records');

  /** Names of the scripts that have run, sorted. */
  ran = () => this.visitor.run(() => [...((window as never as Page).ran ?? [])].sort());
  /** Whether the inline script ran behind the external one before it. */
  ranInOrder = () =>
    this.visitor.run(() => {
      const { ran = [] } = window as never as Page;
      return ran.indexOf('counter') < ran.indexOf('inline');
    });

  /** No frame, image or sheet has an address of the third party any more. */
  expectEmptied = async () =>
    expect(
      await this.visitor.run(
        () =>
          [...document.querySelectorAll('iframe,img,link')].filter((element) =>
            /^http/.test(element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
          ).length,
      ),
    ).toBe(0);

  expectBanner = (there: boolean) =>
    expect
      .poll(() =>
        this.visitor.run(
          () =>
            !!document
              .querySelector('consentry-banner')
              ?.shadowRoot?.querySelector('[part=surface]')
              ?.textContent?.trim(),
        ),
      )
      .toBe(there);

  /** Not even the file that asks was loaded, so that no banner can have flashed. */
  expectNothingAsked = async () => {
    await this.expectBanner(false);
    const files = await this.visitor.run(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop() ?? ''),
    );
    expect(files.filter((name) => name.startsWith('consentry-release'))).toHaveLength(1);
    expect(files.filter((name) => name.startsWith('consentry-banner'))).toEqual([]);
  };

  /** Waits until the page and whatever it has started are done: what ours loads is asked for and has come. */
  settle = () =>
    this.visitor.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await fetch('/asked', { cache: 'no-store' });
    });

  #list = <Item>(path: string) =>
    this.visitor.run(
      async (path) => (await (await fetch(path, { cache: 'no-store' })).json()) as Item[],
      path,
    );
}

interface Page {
  consentry: { grant(): Promise<void>; withdraw(): Promise<void> };
  ran?: string[];
  isOld?: boolean;
}
