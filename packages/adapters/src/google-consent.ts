/** The seven signals of Google Consent Mode v2. https://developers.google.com/tag-platform/security/guides/consent */
export type GoogleSignal =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';

/** For each signal the purpose or vendor that has to be allowed; `true` for always granted. */
export type GoogleSignalMap = Readonly<Partial<Record<GoogleSignal, string | true>>>;

/** What Google assumes of visitors in some places until they have answered. */
export interface RegionalDefault {
  /** ISO 3166-1 countries and ISO 3166-2 subdivisions, e.g. `["US", "CA-QC"]`. Google lets the most specific win. */
  readonly codes: readonly string[];
  /** The signals granted there; all others are denied there. */
  readonly granted: readonly GoogleSignal[];
}

/** What a site wants Google to be told about consent. */
export interface GoogleSettings {
  /** Which purpose or vendor grants each signal. @default the vendors it is made for, else a usual purpose */
  readonly signals?: GoogleSignalMap;
  /** Where Google assumes something else than a denial before the visitor has answered. @default nowhere */
  readonly regions?: readonly RegionalDefault[];
  /** Milliseconds that Google's tags wait for an answer before they go by the default. */
  readonly waitForUpdate?: number;
  /** Lets Google carry click and session ids from page to page in the addresses of links. @default false */
  readonly urlPassthrough?: boolean;
  /** Lets Google leave ad click ids out of requests while `ad_storage` is denied. @default false */
  readonly adsDataRedaction?: boolean;
  /** Name of the page's data layer. @default "dataLayer" */
  readonly layerName?: string;
}

/** What a page tells Google, as its Google vendors share it; made by {@link googleConsent}. */
export interface GoogleConsent {
  /** For each signal the ids that have to be allowed, all of them; none where it is always granted. */
  readonly signals: Readonly<Record<string, readonly string[]>>;
  /** Fields of the default beside the signals. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Commands that follow the default. */
  readonly then?: readonly (readonly unknown[])[];
  readonly layerName?: string;
}

/** A vendor of Google on a page: the id the site knows it by, and its adapter where that has another name. */
export interface GoogleVendor {
  readonly vendor: string;
  /** @default the vendor's id */
  readonly adapter?: string;
}

const AD_SIGNALS: readonly GoogleSignal[] = ['ad_storage', 'ad_user_data', 'ad_personalization'];

/** The adapters that tell Google about consent, with the signals each of them is made for. */
export const GOOGLE_ADAPTERS: Readonly<Record<string, readonly GoogleSignal[]>> = {
  'google-ads': AD_SIGNALS,
  'google-analytics': ['analytics_storage'],
  'google-floodlight': AD_SIGNALS,
  'google-tag-manager': [],
};

/** The mapping used where nothing else is said; ids that a site does not define stay denied. */
const USUAL: Readonly<Record<GoogleSignal, string | true>> = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: true,
};

/**
 * What the Google vendors of a page tell Google. One object for all of them: Google knows one state of consent for a
 * page. Where two vendors are made for one signal, Google cannot tell them apart, so both have to be allowed.
 */
export function googleConsent(
  settings: GoogleSettings = {},
  vendors: readonly GoogleVendor[] = [],
): GoogleConsent {
  const { signals = {}, regions = [], waitForUpdate, urlPassthrough, adsDataRedaction, layerName } = settings;
  const entries = (Object.entries(USUAL) as [GoogleSignal, string | true][]).map(([signal, usual]) => {
    const made = vendors.filter(({ vendor, adapter = vendor }) => GOOGLE_ADAPTERS[adapter]?.includes(signal));
    const ids = made[0] && usual !== true ? made.map(({ vendor }) => vendor) : [usual];
    const own = signals[signal];
    return [signal, (own ? [own] : ids).filter((id) => id !== true)] as const;
  });
  const more = waitForUpdate ? { wait_for_update: waitForUpdate } : undefined;
  const then = [
    ...regions.map(({ codes, granted }) => [
      'consent',
      'default',
      {
        ...Object.fromEntries(
          entries.map(([signal, ids]) => [
            signal,
            !ids[0] || granted.includes(signal) ? 'granted' : 'denied',
          ]),
        ),
        region: codes,
        ...more,
      },
    ]),
    ...(adsDataRedaction ? [['set', 'ads_data_redaction', true]] : []),
    ...(urlPassthrough ? [['set', 'url_passthrough', true]] : []),
  ];
  return {
    signals: Object.fromEntries(entries) as Record<string, string[]>,
    ...(more ? { more } : {}),
    ...(then[0] ? { then } : {}),
    ...(layerName ? { layerName } : {}),
  };
}
