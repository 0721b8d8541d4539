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

/** Google's command function. */
type Gtag = (...args: unknown[]) => void;

/** A data layer, with the state that was last told to Google through it, so that nobody tells it twice. */
type Layer = unknown[] & { consentry?: string };

function dataLayer({ window }: AdapterContext, name: string): Layer {
  return (window[name] ||= []) as Layer;
}

/**
 * The page's `gtag`, made where there is none. Google tells a command by its being an `arguments` object
 * (an array is ignored), hence the classic function.
 */
export function googleTag(context: AdapterContext, layerName: string): Gtag {
  const layer = dataLayer(context, layerName);
  context.window.gtag ||= function gtag() {
    // biome-ignore lint/complexity/noArguments: an array is not a command to Google
    layer.push(arguments);
  };
  return context.window.gtag as Gtag;
}

function stateOf(map: GoogleSignalMap, isAllowed: AdapterContext['isAllowed']): Record<string, string> {
  const state: Record<string, string> = {};
  for (const [signal, id] of Object.entries(map)) {
    state[signal] = id === true || isAllowed(id) ? 'granted' : 'denied';
  }
  return state;
}

/**
 * Declares everything denied but what is always granted, before any other command. Where the head stub or
 * another Google adapter has done so on this layer, nothing is said again.
 */
export function declareDefault(context: AdapterContext, layerName: string, map: GoogleSignalMap): void {
  const layer = dataLayer(context, layerName);
  if (layer.consentry !== undefined) return;
  const state = stateOf(map, () => false);
  layer.consentry = JSON.stringify(state);
  googleTag(context, layerName)('consent', 'default', state);
}

/** Tells Google how things stand, if that is not what it was told last: it counts each update as an answer. */
export function updateConsent(context: AdapterContext, layerName: string, map: GoogleSignalMap): void {
  const layer = dataLayer(context, layerName);
  const state = stateOf(map, context.isAllowed);
  const text = JSON.stringify(state);
  if (text === layer.consentry) return;
  layer.consentry = text;
  googleTag(context, layerName)('consent', 'update', state);
}
