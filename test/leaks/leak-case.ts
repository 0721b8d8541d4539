/** What kind of leak a case is about; the suites of the tables. */
export const CATEGORIES = [
  'marked',
  'unmarked-static',
  'unmarked-dynamic',
  'sending',
  'realm',
  'storage',
  'url',
  'neutral',
] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * One way for a third party to be reached, to run, or to store something. Written once; control runs, the
 * neutral twin and what happens after decisions are derived from it.
 *
 * Texts know these placeholders, filled in for the vendor or for a host of nobody:
 *
 * - `{at}`: its origin, `{host}`: the same without scheme, `{name}`: without port, `{port}`: the port
 * - `{party}`: the host that is declared, of which `{name}` is a subdomain; `{NAME}` in capitals, `{wide}` in
 *   full-width letters
 * - `{path}`: a path of the site itself that leads to it
 * - `{shared}`: a host and path of which only the path is its own
 * - `{idn}`: its host outside ASCII, `{puny}`: the same in ASCII
 * - `{key}`: what the names begin with under which it stores
 * - `{site}`: the site's origin, `{run}`: a name of this visit alone
 */
export interface LeakCase {
  readonly id: string;
  /** A sentence. */
  readonly title: string;
  /** HTML behind our script in the head. */
  readonly head?: string;
  /** HTML in the body. */
  readonly body?: string;
  /** JavaScript of an async function, called at the end of the body and whenever the technique is used again. */
  readonly script?: string;
  /**
   * What its control run has to show: a request, the third party's code running, or something stored.
   * @default "request"
   */
  readonly leak?: 'request' | 'run' | 'stored';
  /**
   * What makes it work after a grant. `itself`: what was withheld comes alive. `again`: the page uses the
   * technique once more, since nothing is left of the first use. `reload`: it can be used only while the
   * page is parsed.
   * @default "itself"
   */
  readonly after?: 'itself' | 'again' | 'reload';
  /** Set when `script` may run only while the page is parsed. */
  readonly parsing?: true;
  /** An expression, or a promise, that is true in browsers that have the feature; elsewhere the case does not apply. */
  readonly needs?: string;
  /** Why a browser that seems to have the feature does not leak even without us. */
  readonly idle?: Readonly<Partial<Record<'chromium' | 'firefox' | 'webkit', string>>>;
  /** The policy of the second control, where the usual one does not cover the technique. */
  readonly blockedBy?: string;
  /** What is granted and denied. @default ["acme"] */
  readonly ids?: readonly string[];
  /** Set when an earlier visit stored it, before there was a consent manager. */
  readonly leftover?: true;
  /** Set when it is about a host of nobody that must not be mistaken for the vendor: only neutral checks. */
  readonly neutralOnly?: true;
}

/** A case with the category of the file it is in. */
export type FiledCase = LeakCase & { readonly category: Category };

/** A policy that forbids the site's own files too, for cases that lead through one of them. */
export const BLOCK_OWN = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'";
