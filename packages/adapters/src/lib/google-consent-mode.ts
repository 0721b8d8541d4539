import type { AdapterContext } from '../define-adapter.js';

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

/** The mapping used where a site says nothing else; ids it does not define stay denied. */
export const DEFAULT_SIGNALS: GoogleSignalMap = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'google-analytics',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: true,
};

/** Google's queue and its command function. */
export type Gtag = (...args: unknown[]) => void;

/**
 * The page's `gtag`, made where there is none. Google tells a command by its being an `arguments` object
 * (an array is ignored), hence the classic function.
 */
export function googleTag({ window }: AdapterContext, layerName: string): Gtag {
  const layer = (window[layerName] ||= []) as unknown[];
  window.gtag ||= function gtag() {
    // biome-ignore lint/complexity/noArguments: an array is not a command to Google
    layer.push(arguments);
  };
  return window.gtag as Gtag;
}

/** The value of every mapped signal as things stand. */
export function signalState(
  context: AdapterContext,
  map: GoogleSignalMap,
): Record<string, 'granted' | 'denied'> {
  const state: Record<string, 'granted' | 'denied'> = {};
  for (const [signal, id] of Object.entries(map)) {
    state[signal] = id === true || context.isAllowed(id) ? 'granted' : 'denied';
  }
  return state;
}

/** The state to declare before any decision is known: denied, but for what is always granted. */
export function defaultState(map: GoogleSignalMap): Record<string, 'granted' | 'denied'> {
  return signalState({ isAllowed: () => false } as unknown as AdapterContext, map);
}
