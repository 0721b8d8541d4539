import { expect } from '@playwright/test';
import type { TestSite, Visitor } from './visitor.js';

const TRACKERS_PORT = 4420;

/** Longer than any tracker of test/e2e/pages/trackers keeps an event before it sends it. */
const FLUSHED_MS = 1500;

/** A page with a published tracker in a visitor's browser, and what the tracker's vendor received. */
export class TrackerPage {
  readonly #origin: string;
  constructor(
    readonly visitor: Visitor,
    site: TestSite,
  ) {
    this.#origin = site.origin.replace(/\d+$/, String(TRACKERS_PORT));
  }

  open = (path: string) => this.visitor.goto(`${this.#origin}/${path}`);

  grant = (id: string) => this.visitor.run((id) => (window as never as Page).consentry.grant(id), id);
  deny = (id: string) => this.visitor.run((id) => (window as never as Page).consentry.deny(id), id);

  /** Gives the tracker an event, as soon as the page has come to it. */
  track = (event: string) =>
    this.visitor.run(async (event) => {
      const page = window as never as Page;
      while (!page.track) await new Promise((resolve) => setTimeout(resolve, 20));
      page.track(event);
    }, event);

  isRunning = () => this.visitor.run(() => (window as never as Page).isRunning?.() ?? false);

  /** Withdraws and gives the tracker one more event before the page can be gone. */
  withdraw = (id: string, event: string) =>
    this.visitor.run(
      async (id, event) => {
        const page = window as never as Page;
        page.isOld = true;
        await page.consentry.deny(id);
        page.track?.(event);
      },
      id,
      event,
    );

  expectNewPage = () =>
    expect.poll(() => this.visitor.run(() => (window as never as Page).isOld ?? false)).toBe(false);

  /** Gives the tracker the time that it takes to send what it has. */
  flushed = () =>
    this.visitor.run((duration) => new Promise<void>((resolve) => setTimeout(resolve, duration)), FLUSHED_MS);

  /** What has reached the vendor: path and readable content of each request. */
  async received(): Promise<string[]> {
    const entries = await this.#log();
    return entries
      .filter(({ vendor }) => vendor !== 'error')
      .map(({ path, text, bytes }) => `${path} (${bytes} bytes) ${text}`);
  }

  expectReceived = (text: string) =>
    expect.poll(async () => (await this.received()).join('\n')).toContain(text);

  /** Uncaught errors of the pages of this visit, and complaints of ours in the console. */
  errors = async () => (await this.#log()).filter(({ vendor }) => vendor === 'error').map(({ path }) => path);

  #log = () =>
    this.visitor.run(
      async () => (await (await fetch('/requests', { cache: 'no-store' })).json()) as LogEntry[],
    );

  /** Names of everything stored for this site, our own aside: `"cookie _ga"`. */
  stored = () =>
    this.visitor.run(async () => {
      const cookies = document.cookie.split('; ').flatMap((pair) => pair.split('=')[0] || []);
      const databases = await indexedDB.databases();
      return [
        ...cookies.map((name) => `cookie ${name}`),
        ...Object.keys(localStorage).map((name) => `localStorage ${name}`),
        ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
        ...databases.map(({ name }) => `indexedDB ${name}`),
      ]
        .filter((name) => !/ consentry/.test(name))
        .sort();
    });
}

interface LogEntry {
  vendor: string;
  path: string;
  text: string;
  bytes: number;
}

interface Page {
  consentry: { grant(...ids: string[]): Promise<void>; deny(...ids: string[]): Promise<void> };
  track?(event: string): void;
  isRunning?(): boolean;
  isOld?: boolean;
}
