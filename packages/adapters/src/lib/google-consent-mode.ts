import type { AdapterContext } from '../define-adapter.js';
import type { GoogleConsent } from '../google-consent.js';

/** A data layer, with what was last told through it, so that nobody tells it twice. */
type Layer = unknown[] & {
  /** The latest command and state: the head stub leaves it too. */
  consentry?: string;
  /** What was allowed when the page's own event was last pushed. */
  heard?: string;
  /** Where the next command goes while the page's own are still to be read. */
  head?: number | undefined;
  /** A tag of Google's has been loaded for it. */
  loaded?: boolean;
};

/** The data layer that a page's Google vendors share. */
export const layerOf = ({ window }: AdapterContext, { layerName = 'dataLayer' }: GoogleConsent) =>
  (window[layerName] ||= []) as Layer;

/**
 * Commands into a data layer; also the page's `gtag` where it has none. Google tells a command by its being
 * an `arguments` object (an array is ignored), hence the classic function.
 */
export function googleTag(context: AdapterContext, consent: GoogleConsent): (...args: unknown[]) => void {
  const layer = layerOf(context, consent);
  const gtag = function gtag() {
    // biome-ignore lint/complexity/noArguments: an array is not a command to Google
    layer.push(arguments);
  };
  context.window.gtag ||= gtag;
  return gtag;
}

/** A command as Google takes it. */
const command = function command(..._: unknown[]) {
  // biome-ignore lint/complexity/noArguments: as above
  return arguments;
};

/** At page start this goes before what the page has left in the layer, which nobody has read yet. */
function say(layer: Layer, message: object): void {
  if (layer.head === undefined || Object.hasOwn(layer, 'push')) layer.push(message);
  else layer.splice(layer.head++, 0, message);
}

/** What each signal is at the moment, by whether something asked is allowed. */
const stateOf = ({ signals }: GoogleConsent, isAllowed: (id: string) => unknown) =>
  Object.fromEntries(
    Object.entries(signals).map(([signal, ids]) => [signal, ids.every(isAllowed) ? 'granted' : 'denied']),
  );

/**
 * Tells Google what is denied by default, before any other command. Where the head stub or another Google adapter has
 * said it on this layer it is not said again.
 */
export function tellDefault(context: AdapterContext, consent: GoogleConsent): void {
  const layer = layerOf(context, consent);
  if (layer.consentry) return;
  layer.consentry = 'default';
  layer.head = 0;
  googleTag(context, consent);
  say(layer, command('consent', 'default', { ...stateOf(consent, () => false), ...consent.more }));
  for (const args of consent.then ?? []) say(layer, command(...args));
}

/**
 * Tells Google the visitor's answer and what has changed since, then the page's triggers: an event
 * `consentry_update` that says of every purpose and vendor whether it is allowed. Neither is said again where
 * nothing differs: Google counts each update as an answer.
 */
export function tellUpdate(context: AdapterContext, consent: GoogleConsent): void {
  const layer = layerOf(context, consent);
  const allowed = context.allowed();
  const state = stateOf(consent, context.isAllowed);
  // The default is no answer: the first answer is told though it says the same.
  const text = `update${JSON.stringify(state)}`;
  if (layer.consentry !== text) {
    layer.consentry = text;
    say(layer, command('consent', 'update', state));
  }
  const heard = JSON.stringify(allowed);
  if (layer.heard !== heard) {
    layer.heard = heard;
    say(layer, { event: 'consentry_update', consentry: allowed });
  }
}

/** What is told from now on goes behind what the page has said. */
export function endPageStart(context: AdapterContext, consent: GoogleConsent): void {
  delete layerOf(context, consent).head;
}
