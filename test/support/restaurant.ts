import { expect } from '@playwright/test';
import type { TestSite, Visitor } from './visitor.js';

/** A request that reached a stand-in vendor. */
export interface VendorRequest {
  readonly vendor: string;
  readonly what: string;
  readonly gcs?: string;
}

/** A consent receipt, as far as tests look into it. */
export interface Receipt {
  readonly record: { readonly id: string; readonly via: string };
}

type Api = {
  consentry: {
    status(id: string): string | undefined;
    isAllowed(id: string): boolean;
    grant(...ids: string[]): Promise<void>;
    receipts(): Promise<Receipt[]>;
  };
  standInGoogle?: { commands: string[] };
};

/** The demo site as one visitor uses it: by names of buttons and switches, by what can be seen or received. */
export class Restaurant {
  constructor(
    readonly visitor: Visitor,
    readonly site: TestSite,
  ) {}

  /** Opens a page, in English unless the path says otherwise. */
  open = (path = '/en/') => this.visitor.goto(this.site.origin + path);

  /** Whether the banner (or the dialog) is on screen. */
  sees = (face: 'banner' | 'preferences') =>
    this.visitor.run((name) => {
      const root = document.querySelector(`consentry-${name}`)?.shadowRoot;
      const surface = root?.querySelector(name === 'banner' ? 'section' : 'dialog');
      return !!surface?.checkVisibility?.() || (surface?.getBoundingClientRect().height ?? 0) > 0;
    }, face);
  expectSees = (face: 'banner' | 'preferences', seen = true) =>
    expect.poll(() => this.sees(face), `${face} on screen`).toBe(seen);

  /** Presses a button of the widget by its text, when it is there. */
  async press(text: string): Promise<void> {
    const pressed = () =>
      this.visitor.run((name) => {
        for (const face of ['consentry-preferences', 'consentry-banner']) {
          const buttons = document.querySelector(face)?.shadowRoot?.querySelectorAll('button') ?? [];
          const button = [...buttons].find(({ textContent }) => textContent?.trim() === name);
          if (button?.getBoundingClientRect().height) {
            button.click();
            return true;
          }
        }
        return false;
      }, text);
    await expect.poll(pressed, `a button "${text}"`).toBe(true);
  }

  /** Waits until what takes a decision has arrived, which it does on its own soon after the banner. */
  expectCanDecide = () =>
    expect
      .poll(() =>
        this.visitor.run(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('/consentry-decide.')),
        ),
      )
      .toBe(true);

  /** Turns a switch of the preferences by its label. */
  async turn(label: string): Promise<void> {
    const turned = () =>
      this.visitor.run((name) => {
        const root = document.querySelector('consentry-preferences')?.shadowRoot;
        const heading = [...(root?.querySelectorAll('[id]') ?? [])].find(
          ({ textContent }) => textContent?.trim() === name,
        );
        const control =
          heading && root?.querySelector<HTMLInputElement>(`input[aria-labelledby="${heading.id}"]`);
        control?.click();
        return !!control;
      }, label);
    await expect.poll(turned, `a switch "${label}"`).toBe(true);
  }

  /** Opens the preferences by the button in the page's footer. */
  async choose(): Promise<void> {
    await this.visitor.run(() =>
      document.querySelector<HTMLElement>('footer [data-consentry-open="preferences"]')?.click(),
    );
    await this.expectSees('preferences');
  }

  /** What reached the vendors from this test's site, in order. */
  received = () =>
    this.visitor.run(
      async (host) =>
        (await fetch(`/watch.json?site=${host}`, { cache: 'no-store' })).json() as Promise<VendorRequest[]>,
      this.site.host,
    );
  receivedBy = async (vendor: string) =>
    (await this.received()).filter((request) => request.vendor === vendor).map(({ what }) => what);
  expectReceived = (vendor: string, what: string[]) =>
    expect.poll(() => this.receivedBy(vendor), `requests to ${vendor}`).toEqual(what);

  /** Names of the cookies that the page can read, but for Consentry's own. */
  cookies = () =>
    this.visitor.run(() =>
      [...new Set(document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''))]
        .filter((name) => name && name !== 'consentry')
        .sort(),
    );
  /** Keys in web storage, but for Consentry's own. */
  stored = () =>
    this.visitor.run(() =>
      [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(
        (key) => !key.startsWith('consentry'),
      ),
    );

  status = (id: string) => this.visitor.run((name) => (window as never as Api).consentry.status(name), id);
  isAllowed = (id: string) =>
    // Asked in the middle of a reload, there is nobody yet to say so.
    this.visitor.run((name) => (window as never as Partial<Api>).consentry?.isAllowed?.(name), id);
  /** Commands that the stand-in gtag.js has read from the data layer, in order. */
  googleCommands = () => this.visitor.run(() => (window as never as Api).standInGoogle?.commands ?? []);
  /** The record of the latest receipt, as the text that was sent. */
  recordText = () =>
    this.visitor.run(async () =>
      JSON.stringify((await (window as never as Api).consentry.receipts())[0]?.record),
    );
  receipts = () => this.visitor.run(() => (window as never as Api).consentry.receipts());

  /** Clicks into the page, at which vendors that run send something. */
  clickSomewhere = () => this.visitor.run(() => document.querySelector('h1')?.click());

  /** Waits until what has been started has gone round: a request of the page's own after two frames. */
  settle = () =>
    this.visitor.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await fetch('/watch.json', { cache: 'no-store' });
    });
}
