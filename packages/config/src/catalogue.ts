/** A text in the languages it exists in, by BCP 47 tag. */
export type LocalText = Readonly<Record<string, string>>;

/** The JSON Schema of an adapter's options: an object, property by property. */
export interface OptionsSchema {
  readonly required?: readonly string[];
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What the validator has to know about an adapter; `description` of every file of `@consentry/adapters` fits. */
export interface AdapterEntry {
  readonly name: LocalText;
  readonly provider: LocalText;
  readonly country?: string;
  readonly purpose: string;
  readonly hosts: readonly string[];
  readonly storage: readonly {
    readonly kind: string;
    readonly name: string;
    readonly life?: string;
    readonly domain?: string;
  }[];
  readonly information: LocalText;
  readonly usedFor: LocalText;
  /** What the provider does with it on its own account. */
  readonly recipientUse?: LocalText;
  readonly policyUrl?: string;
  /** It tells Google what the config's `google` says. */
  readonly tellsGoogle?: boolean;
  readonly options: OptionsSchema;
}

/** The adapters a site can name, by id. */
export type AdapterCatalogue = Readonly<Record<string, AdapterEntry>>;
