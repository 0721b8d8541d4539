/** The banner's own words, in one language; `{…}` is filled in. */
export interface BannerTexts {
  readonly title: string;
  /** Asks, under `opt-in`. `{purposes}`: the phrases, joined. */
  readonly ask: string;
  /** As `ask`, where purposes run until denied, so it must not say that nothing has loaded. */
  readonly tell: string;
  /** Stands before `ask` or `tell` when only something new is asked about. */
  readonly fresh: string;
  /** The phrase of a purpose that has none of its own. `{vendors}`, `{purpose}`: its label. */
  readonly phrase: string;
  /** Between the members of a list. */
  readonly comma: string;
  /** Between the last two vendors. */
  readonly and: string;
  /** Between the last two phrases. */
  readonly andPhrase: string;
  readonly deny: string;
  readonly allow: string;
  /** Stands for `deny` where purposes run until denied. */
  readonly stop: string;
  /** Stands for `allow` there. */
  readonly keep: string;
  readonly choose: string;
  /** That it can be changed. */
  readonly later: string;
  /** Link to who receives what. */
  readonly notice: string;
}

/** The preferences dialog's own words, in one language; `{…}` is filled in. */
export interface PreferencesTexts {
  readonly title: string;
  /** Introduction under `opt-in`. */
  readonly intro: string;
  /** Introduction where purposes run until denied. */
  readonly introRunning: string;
  /** Link to who receives what. */
  readonly notice: string;
  /** Global Privacy Control was applied. `{purposes}`: the labels, joined. */
  readonly signal: string;
  /** Between the members of a list. */
  readonly comma: string;
  /** Beside an exempt purpose. */
  readonly always: string;
  readonly on: string;
  readonly off: string;
  /** Heading of `place`. */
  readonly provider: string;
  /** `{provider}` and the `{country}` it is in. */
  readonly place: string;
  readonly information: string;
  readonly usedFor: string;
  readonly storage: string;
  readonly policy: string;
  readonly deny: string;
  readonly save: string;
  readonly allow: string;
  /** Stands for `deny` where purposes run until denied. */
  readonly stop: string;
  /** Stands for `allow` there. */
  readonly keep: string;
  readonly close: string;
  /** `{date}`: when the latest decision was made. */
  readonly decided: string;
  readonly receipt: string;
  readonly saved: string;
  /** The browser refused to keep the decision. */
  readonly unsaved: string;
  /** Label of the field that finds companies among many. */
  readonly search: string;
  readonly noMatch: string;
  /** Heading of the visitor's earlier decisions. */
  readonly history: string;
  /** `{purposes}`: labels of what one of them allowed, joined. */
  readonly granted: string;
  /** `{purposes}`: labels of what it did not allow, joined. */
  readonly refused: string;
  /** Label of the list of languages. */
  readonly language: string;
}

/** Words of what stands in place of withheld content, in one language; `{…}` is filled in. */
export interface EmbedTexts {
  /** Name of the place in the page, for those who cannot see it. `{vendor}`: its display name. */
  readonly name: string;
  /** What loading would send: `{information}`, to `{provider}` in `{country}`. */
  readonly text: string;
  /** Loads this one, this time. */
  readonly once: string;
  /** Grants the vendor. `{vendor}`: its display name. */
  readonly always: string;
  /** Opens the preferences. */
  readonly more: string;
}

/** Words of what opens the preferences again, in one language. */
export interface ReopenTexts {
  readonly open: string;
  /** Where the law gives a right to opt out of sale and sharing (California and others). */
  readonly doNotSell: string;
}

/** What every face needs to know of its language. */
export interface Language {
  /** BCP 47, e.g. `"ja"`. */
  readonly language: string;
  /** @default the page's */
  readonly dir?: 'ltr' | 'rtl';
}

/** One purpose as the banner shows it. */
export interface BannerPurpose {
  readonly id: string;
  /** Needed where there is no `phrase`. */
  readonly label?: string | undefined;
  /** What is done with `{vendors}`, made to stand in `ask`, e.g. `"measure visits with {vendors}"`. Needed without vendors. */
  readonly phrase?: string | undefined;
  /** Ids of its vendors. */
  readonly vendors: readonly string[];
}

/** The texts that one site's banner needs: `ask` or `tell` by its regime, `phrase` where a purpose has none. */
export type BannerTextsInUse = Omit<BannerTexts, 'ask' | 'tell' | 'phrase' | 'stop' | 'keep'> &
  Partial<Pick<BannerTexts, 'ask' | 'tell' | 'phrase'>>;

/** Everything the banner shows, in one language. Comes from the site's config. */
export interface BannerContent extends Language {
  readonly texts: BannerTextsInUse;
  /** Page that says who receives what; without it the link opens the preferences. */
  readonly noticeUrl?: string;
  /** Ids of vendors that wait for a yes while others run until denied; `texts` then has both `ask` and `tell`. @default [] */
  readonly asksFirst?: readonly string[];
  /** Those that can be decided on, so not the exempt ones. */
  readonly purposes: readonly BannerPurpose[];
  /** Display name by vendor id. */
  readonly vendors: Readonly<Record<string, string>>;
}

/** One purpose as the preferences dialog shows it. */
export interface PreferencesPurpose {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** It happens in mails and not in the page; shown like any other. @default "page" */
  readonly channel?: 'email';
  /** Needs no consent: shown without a switch. @default false */
  readonly exempt?: boolean;
}

/** One vendor as the preferences dialog shows it. */
export interface PreferencesVendor {
  readonly id: string;
  readonly name: string;
  /** Ids of the purposes it serves; it is listed under each. */
  readonly purposes: readonly string[];
  /** The company that receives the data. */
  readonly provider: string;
  readonly country: string;
  readonly information: string;
  readonly usedFor: string;
  /** What it stores and for how long, e.g. `"_ga, _ga_*, 2 years"`; empty for nothing. */
  readonly storage: string;
  readonly policyUrl?: string;
}

/** Everything the preferences dialog shows, in one language. Comes from the site's config. */
export interface PreferencesContent extends Language {
  /** Where purposes run until denied, `deny` and `allow` say that they are stopped and kept. */
  readonly texts: Omit<PreferencesTexts, 'stop' | 'keep'>;
  /** Page that says who receives what. */
  readonly noticeUrl?: string;
  readonly purposes: readonly PreferencesPurpose[];
  readonly vendors: readonly PreferencesVendor[];
}

/** What is said in place of the content of one vendor, or of a purpose. */
export interface EmbedPlace {
  /** Accessible name of the place. */
  readonly name: string;
  /** Heading: who it is of. */
  readonly title: string;
  /** What loading would send, and to whom. */
  readonly text: string;
  /** Label of the button that grants it. */
  readonly always: string;
}

/** What stands in place of withheld content, and what opens the preferences again, in one language. */
export interface EmbedsContent extends Required<Language> {
  readonly texts: Pick<EmbedTexts, 'once' | 'more'> & ReopenTexts;
  /** By the id that the withheld element is marked with. */
  readonly places: Readonly<Record<string, EmbedPlace>>;
}
