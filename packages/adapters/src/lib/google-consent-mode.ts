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

/**
 * The mapping used where a site says nothing else; ids it does not define stay denied. `analytics_storage`
 * follows the analytics vendor itself.
 */
export const DEFAULT_SIGNALS: GoogleSignalMap = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  functionality_storage: 'functional',
  personalization_storage: 'functional',
  security_storage: true,
};

/** A data layer, with the state that was last told to Google through it, so that nobody tells it twice. */
type Layer = unknown[] & { consentry?: string; head?: number | undefined };

/**
 * Commands into a data layer; also the page's `gtag` where it has none. Google tells a command by its being
 * an `arguments` object (an array is ignored), hence the classic function.
 */
export function googleTag({ window }: AdapterContext, layerName: string): (...args: unknown[]) => void {
  const layer = (window[layerName] ||= []) as Layer;
  const gtag = function gtag() {
    // biome-ignore lint/complexity/noArguments: an array is not a command to Google
    layer.push(arguments);
  };
  window.gtag ||= gtag;
  return gtag;
}

/**
 * Tells Google how things stand: first what is denied by default, before any other command, and later
 * what has changed. Where the head stub or another Google adapter has said it on this layer, and where
 * nothing differs, nothing is said again: Google counts each update as an answer.
 */
export function tellConsent(
  context: AdapterContext,
  layerName: string,
  map: GoogleSignalMap,
  command: 'default' | 'update',
): void {
  const gtag = googleTag(context, layerName);
  const layer = context.window[layerName] as Layer;
  const state: Record<string, string> = {};
  for (const [signal, id] of Object.entries(map)) {
    const granted = id === true || (command === 'update' && context.isAllowed(id));
    state[signal] = granted ? 'granted' : 'denied';
  }
  // The default is no answer: the first answer is told though it says the same.
  const text = command + JSON.stringify(state);
  if (command === 'default' ? layer.consentry : layer.consentry === text) return;
  layer.consentry = text;
  // At page start both go before what the page has left in the layer, which nobody has read yet.
  if (command === 'default') layer.head = 0;
  gtag('consent', command, state);
  if (layer.head !== undefined && !Object.hasOwn(layer, 'push')) layer.splice(layer.head++, 0, layer.pop());
}

/** What is told from now on goes behind what the page has said. */
export function endPageStart({ window }: AdapterContext, layerName: string): void {
  delete (window[layerName] as Layer).head;
}
