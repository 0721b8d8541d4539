import type { StorageItem } from '@consentry/gate';

/** What an adapter's hooks may use. Nothing else of the page is theirs to touch. */
export interface AdapterContext {
  readonly window: Window & Record<string, unknown>;
  readonly document: Document;
  /** Whether a purpose or vendor may run now; false for ids the site does not define. */
  isAllowed(id: string): boolean;
  /** Every purpose and vendor of the site, and whether it may run now. */
  allowed(): Readonly<Record<string, boolean>>;
  /**
   * Loads a script of the vendor, once per URL, with the page's nonce. `prepare` is called only when the script is new,
   * before it is in the page: it may add attributes, and make the calls that have to be made once before the script.
   */
  loadScript(src: string, prepare?: (script: HTMLScriptElement) => void): void;
}

/**
 * What a vendor does at which moment. All optional; each is called at most once per moment, and an
 * error in one stops neither the page nor another vendor.
 */
export interface AdapterHooks {
  /** At page start, before anything else of the vendor. May set its queue or "denied" default; loads nothing. */
  onInit?(context: AdapterContext): void;
  /**
   * Before `onGrant` and `onWithdraw`: after every decision, and at page start where one was made or the
   * vendor is allowed without.
   */
  onChange?(context: AdapterContext): void;
  /** Last at page start, when the visitor's decision has been told: for what a site lets run without a grant. */
  onStart?(context: AdapterContext): void;
  /** When the vendor becomes allowed. */
  onGrant?(context: AdapterContext): void;
  /**
   * When it stops being allowed after it was. `"reload"` says that what runs cannot be stopped in this
   * page. Declared storage is deleted afterwards by whoever called this.
   */
  onWithdraw?(context: AdapterContext): 'reload' | void;
}

/** A vendor taught to obey, for one site. */
export interface Adapter extends AdapterHooks {
  readonly vendor: string;
  /** What the vendor stores in this browser, deleted when it is not allowed. */
  readonly storage: readonly StorageItem[];
}

/** The definition in an adapter's file. */
export interface AdapterDefinition<Options> {
  /** The vendor's id; also the file's name. */
  readonly vendor: string;
  readonly storage: readonly StorageItem[];
  /**
   * The hooks for one site's options. `vendor` is the id under which the site knows it. Where the options
   * say what is stored, `storage` replaces the one above.
   */
  setup(options: Options, vendor: string): AdapterHooks & Partial<Pick<Adapter, 'storage'>>;
}

/** Makes an adapter from a site's options, under the vendor id the site gave it. */
export type AdapterFactory<Options> = (options: Options, vendor?: string) => Adapter;

/** Turns a vendor's definition into the factory that sites and builds call. */
export function defineAdapter<Options>(definition: AdapterDefinition<Options>): AdapterFactory<Options> {
  return (options, vendor = definition.vendor) => ({
    vendor,
    storage: definition.storage,
    ...definition.setup(options, vendor),
  });
}
