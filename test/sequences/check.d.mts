/** Plays sequences in a page of the site until all are through or one is not; answers what there is to say of it. */
export function checkSequences(options: {
  /** Runs a function in the page. */
  run(fn: (...args: never[]) => unknown, ...args: unknown[]): Promise<unknown>;
  /** The site's. */
  port: number;
  count: number;
  seed: number;
}): Promise<string | undefined>;
