/** A text in the languages it exists in, by BCP 47 tag: `{ en: "…", ja: "…" }`. */
export type Text = Readonly<Record<string, string>>;

/** The JSON Schema of an adapter's options: property by property, each with a `description`. */
export interface OptionsSchema {
  readonly required?: readonly string[];
  /** Options that need others beside them. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One kind of thing a vendor stores, as it is told to visitors. */
export interface StorageDescription {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';
  /** Exact name or prefix with `*`. */
  readonly name: string;
  /** ISO 8601 duration, or `"session"`; absent where the name comes from no source that could be checked. */
  readonly life?: string;
  /**
   * The site whose storage it is, where it is not that of the page (a third party's cookie): visitors are told of it,
   * but no page can see or delete it.
   */
  readonly domain?: string;
}

/** What a withdrawal does to a vendor that is running, and what it cannot do. */
export interface Withdrawal {
  /**
   * - `silenced`: stopped by the vendor's own call, in the same page
   * - `reload`: nothing stops it but a page without it, so the page is loaded again
   * - `removed`: its frame is taken out
   */
  readonly kind: 'silenced' | 'reload' | 'removed';
  readonly note: Text;
}

/** Where a page may leave calls before the vendor has arrived. */
export interface VendorQueue {
  /** Name of the global. */
  readonly name: string;
  /** The adapter's option that may give it another name. */
  readonly option?: string;
  /** The global is a list, and this the name of a global function that puts its `arguments` into it. */
  readonly call?: string;
  /** The global is a function that keeps what it is called with; the adapter makes the vendor's own of it. */
  readonly isFunction?: true;
  /** The global is a list with methods of these names, a space between them, that put `[name, ...arguments]` into it. */
  readonly methods?: string;
}

/**
 * What a site tells its visitors about a vendor. Kept apart from the adapter, so that a visitor's boot
 * does not carry it; the config may override every part.
 */
export interface VendorDescription {
  readonly name: Text;
  /** The legal person that receives the data. */
  readonly provider: Text;
  /** ISO 3166-1 alpha-2; absent when it is not known. */
  readonly country?: string;
  /** The purpose it usually serves, e.g. `"analytics"`. */
  readonly purpose: string;
  /** Hosts it loads from or sends to. */
  readonly hosts: readonly string[];
  readonly storage: readonly StorageDescription[];
  /** Where a page may leave calls to it at any time; the boot makes these before anything else runs. */
  readonly queue?: VendorQueue;
  /** What it obtains. */
  readonly information: Text;
  /** What that is used for. */
  readonly usedFor: Text;
  /** What the provider does with it on its own account; Japan's external-transmission notice tells that apart. */
  readonly recipientUse?: Text;
  readonly withdrawal?: Withdrawal;
  readonly policyUrl?: string;
  /** It tells Google what the config's `google` says. */
  readonly tellsGoogle?: boolean;
  readonly options: OptionsSchema;
  /** Options with which the contract tests and the docs can set it up. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** Checks a vendor's description against its type without widening it. */
export function describeVendor(description: VendorDescription): VendorDescription {
  return description;
}
