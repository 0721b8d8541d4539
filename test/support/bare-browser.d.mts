/** A tab of a visitor's own, and the pages in it: also one that is rendered ahead of its visit. */
export interface BareTab {
  /** Sessions of its pages, the latest last. */
  pages(): readonly string[];
  /** A command of the DevTools protocol to a page. */
  send<Answer>(method: string, params: object, session: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface BareBrowser {
  openTab(): Promise<BareTab>;
  close(): Promise<void>;
}

/** Starts Chromium with nothing of it switched off that a visitor's has. */
export function launchBare(executablePath: string, args: readonly string[]): Promise<BareBrowser>;
