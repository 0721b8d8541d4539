import type { AdapterContext, AdapterHooks } from '../define-adapter.js';
import type { GoogleConsent } from '../google-consent.js';
import { endPageStart, googleTag, layerOf, tellDefault, tellUpdate } from './google-consent-mode.js';

/** Options of every vendor of Google that is told about consent. */
export interface GoogleOptions {
  /** What the page tells Google, by `googleConsent`. One object for all Google vendors of a page. */
  consent: GoogleConsent;
  /**
   * What Google gets before a grant. `nothing`: the tag is not loaded (Google's "basic" mode).
   * `cookieless-pings`: the tag loads at once and sends page address and browser to Google without
   * cookies, also after a denial ("advanced" mode).
   * @default "nothing"
   */
  beforeGrant?: 'nothing' | 'cookieless-pings';
  /** Serve the script from your own host instead of Google's. */
  src?: string;
}

/** Options of every vendor that Google's tag sends to. */
export interface GoogleDestinationOptions extends GoogleOptions {
  /** Parameters of gtag's `config` command. */
  config?: Readonly<Record<string, unknown>>;
}

/** The hooks of a vendor of Google: told what is decided, and started once, when it may. */
export function googleVendor(
  { consent, beforeGrant }: GoogleOptions,
  start: (context: AdapterContext) => void,
) {
  const advanced = beforeGrant === 'cookieless-pings';
  let started = false;
  const startOnce = (context: AdapterContext) => {
    if (!started) start(context);
    started = true;
  };
  return {
    onInit: (context) => tellDefault(context, consent),
    onChange: (context) => tellUpdate(context, consent),
    onStart(context) {
      endPageStart(context, consent);
      if (advanced) startOnce(context);
    },
    onGrant: startOnce,
    // A loaded tag goes on as its last update says; only a new page is without it.
    onWithdraw: () => (advanced ? undefined : 'reload'),
  } satisfies AdapterHooks;
}

/** The hooks of a destination of gtag.js, e.g. `G-…`. */
export function googleDestination(id: string, { config = {}, src, ...options }: GoogleDestinationOptions) {
  const { consent } = options;
  const { layerName = 'dataLayer' } = consent;
  return googleVendor(options, (context) => {
    const gtag = googleTag(context, consent);
    const layer = layerOf(context, consent);
    // One tag on a page serves all of its destinations.
    const { loaded } = layer;
    layer.loaded = true;
    if (!loaded) gtag('js', new Date());
    gtag('config', id, config);
    if (!loaded)
      context.loadScript(src ?? `https://www.googletagmanager.com/gtag/js?id=${id}&l=${layerName}`);
  });
}
