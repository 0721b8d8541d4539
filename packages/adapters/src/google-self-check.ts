import type { Adapter, AdapterContext } from './define-adapter.js';
import type { GoogleConsent } from './google-consent.js';
import { commandFaults, consentCommand, sends } from './lib/google-command-faults.js';
import { FINDINGS, type Finding } from './lib/google-findings.js';

/** A data layer, with what Consentry has last told through it. */
type Layer = unknown[] & { consentry?: string };

/**
 * Says in the console when something else reads or sets Google's consent on this page: each finding once, in plain
 * words, with a code that docs/google.md explains. For development. It goes before the page's Google adapters, looks
 * at page start, when the page has loaded and after each decision, changes nothing and never throws.
 *
 * Names that Google keeps to itself (`google_tag_data`, `google_tag_manager`) are only read, and only believed where
 * they say that something is wrong.
 */
export function googleSelfCheck(
  consent: GoogleConsent,
  warn: (text: string) => void = (text) => console.warn(text),
): Adapter {
  const { layerName = 'dataLayer' } = consent;
  const found = new Set<Finding>();
  const looked = new WeakSet<object>();
  /** What Consentry itself has told: the defaults, and each update. */
  const ours = new Set(defaultTexts(consent));

  const report = (code: Finding, seen?: unknown) => {
    if (found.has(code)) return;
    found.add(code);
    warn(`Consentry [${code}]: ${FINDINGS[code]}${seen === undefined ? '' : ` Seen: ${describe(seen)}`}`);
  };
  const layerOf = ({ window }: AdapterContext): Layer =>
    Array.isArray(window[layerName]) ? (window[layerName] as Layer) : [];

  /** Looks at what has come into the layer since the last time. */
  const lookAtLayer = (layer: Layer) => {
    if (layer.consentry?.startsWith('update')) ours.add(layer.consentry);
    let hasDefault = false;
    for (const entry of layer) {
      const command = consentCommand(entry);
      const isDefault = command?.kind === 'default' && !command.isArray;
      if (command && !looked.has(entry as object)) {
        looked.add(entry as object);
        for (const fault of commandFaults(command)) report(fault, entry);
        // An array is ignored by Google, so it sets nothing; it has been reported as what it is.
        if (!command.isArray && !(layer.consentry && ours.has(`${command.kind}${json(command.state)}`))) {
          if (command.kind === 'update')
            report(hasDefault ? 'google-second-update' : 'google-update-first', entry);
          if (command.kind === 'default') report('google-second-default', entry);
        }
      }
      hasDefault ||= isDefault;
    }
  };

  /** Before Consentry's default, or after the stub has said it. */
  const lookAtStart = (layer: Layer, { window }: AdapterContext) => {
    const isFirst = (entry: unknown) => ours.has(`default${json(consentCommand(entry)?.state)}`);
    const said = layer.consentry ? layer.findIndex(isFirst) : -1;
    // Without the stub Consentry says the default next, and before the page's own commands where nobody has read them.
    const read = Object.hasOwn(layer, 'push') || window.google_tag_manager || window.google_tag_data;
    const before = layer.slice(0, said < 0 ? undefined : said);
    const started = before.some((entry) => Object.hasOwn(Object(entry), 'gtm.start'));
    if (layer.consentry ? started : read) report('google-read-first');
    if (!layer.consentry && !read) return;
    const early = before.find(sends);
    if (early) report('google-command-first', early);
    lookAtLayer(layer);
  };

  const lookAtPage = ({ window, document }: AdapterContext) => {
    const { ics } = Object(window.google_tag_data) as { ics?: { wasSetLate?: unknown } };
    if (ics?.wasSetLate === true) report('google-set-late');
    const frames = [...document.querySelectorAll('noscript')].map(({ textContent }) => textContent);
    if (frames.some((text) => text?.includes('googletagmanager.com/ns.html')))
      report('google-noscript-frame');
  };

  const quietly = (look: () => void) => {
    try {
      look();
    } catch {
      // Whatever a page keeps under these names: to look at it may not break anything.
    }
  };
  const lookLater = (context: AdapterContext) => {
    // Consentry tells this decision's answer after this hook.
    context.window.setTimeout(() => quietly(() => lookAtLayer(layerOf(context))));
    context.window.setTimeout(() => quietly(() => lookAtPage(context)));
  };
  return {
    vendor: 'google-self-check',
    storage: [],
    onInit(context) {
      quietly(() => lookAtStart(layerOf(context), context));
    },
    onChange(context) {
      quietly(() => lookAtLayer(layerOf(context)));
      lookLater(context);
    },
    onStart(context) {
      quietly(() => lookAtLayer(layerOf(context)));
      if (context.document.readyState === 'complete') lookLater(context);
      else context.window.addEventListener('load', () => lookLater(context), { once: true });
    },
  };
}

/** The commands with which Consentry begins on every page, as `kind` and state. */
function defaultTexts({ signals, more, then = [] }: GoogleConsent): string[] {
  const first = Object.entries(signals).map(([signal, ids]) => [signal, ids[0] ? 'denied' : 'granted']);
  return [
    `default${json({ ...Object.fromEntries(first), ...more })}`,
    ...then.filter(([name]) => name === 'consent').map(([, kind, state]) => `${kind}${json(state)}`),
  ];
}

const json = (value: unknown) => JSON.stringify(value);

/** A command as its author wrote it, short enough for a console. */
function describe(entry: unknown): string {
  const text = json(Array.isArray(entry) ? entry : Array.from(entry as ArrayLike<unknown>));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
