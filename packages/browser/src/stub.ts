/** What the head stub of one site knows; made by `compileStub`. */
export interface StubConfig {
  /** Name of the consent cookie. */
  readonly cookie: string;
  /** Name of the page's data layer. */
  readonly layer: string;
  /** Seconds a grant lasts. */
  readonly grantS: number;
  /** The notice's version; decisions on an older one are left to the boot. */
  readonly version: string;
  /** What Google is told before the visitor is known; nothing where nobody tells it anything. */
  readonly first: readonly (readonly unknown[])[];
  /** For each Google signal: `1` granted, `0` denied, or the cookie keys that decide it, all of them together. */
  readonly signals: Readonly<Record<string, 0 | 1 | readonly SignalKeys[]>>;
}

/** A vendor's own key (or nothing) and its purposes' keys; those that a browser signal refuses have a `!` before. */
export type SignalKeys = readonly [own: string, ...purposes: string[]];

/** The cookie's grammar, as in core's persist/codec.ts; the vectors of test/vectors/cookie.json hold both. */
const FORMAT =
  /^1\.[0-9a-z]{1,6}\.[ion]\.[\w-]{22}\.[0-9a-z]{1,8}\.([0-9a-f-]{36}|)(\.[gsdwrv][0-9a-z]{1,8}~(\w{4})+)*$/;

/**
 * For pages that load the boot asynchronously: sets Google's consent default, restores a returning
 * visitor's grants and opens the queue. It knows just enough of the cookie's grammar to find grants in it;
 * whatever it does not understand stays denied until the boot arrives.
 */
export function stub({ cookie, layer, grantS, version, first, signals }: StubConfig): void {
  const host = window as unknown as Record<string, unknown[] & { consentry?: string }>;
  host.consentry ||= [];
  if (!first[0]) return;
  const queue: unknown[] & { consentry?: string } = (host[layer] ||= []);
  // Google takes commands as `arguments` objects only.
  const say = function (..._: unknown[]) {
    // biome-ignore lint/complexity/noArguments: as said
    queue.push(arguments);
  };
  for (const command of first) say(...command);
  // What the boot looks at, so that nothing is said twice.
  queue.consentry = 'default';
  try {
    const values = document.cookie.split('; ').filter((pair) => pair.startsWith(`${cookie}=`));
    const [, text = ''] = (values[0] ?? '').split('=');
    // Two cookies that disagree, another version, or what the boot would not read either.
    if (values.length !== 1 || !FORMAT.test(text) || !text.startsWith(`1.${version}.`)) return;
    const [, , , , time, , ...groups] = text.split('.');
    const letters: Record<string, string> = {};
    for (const group of groups) {
      const [head, keys] = group.split('~') as [string, string];
      const age =
        Date.now() / 1000 - Number.parseInt(time as string, 36) + Number.parseInt(head.slice(1), 36);
      for (const key of keys.match(/.{4}/g) ?? [])
        letters[key] = age > -300 && age < grantS ? (head[0] as string) : '';
    }
    const gpc = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
    const yes = (key: string) =>
      key[0] === '!'
        ? letters[key.slice(1)] === 's' || (!gpc && letters[key.slice(1)] === 'g')
        : /[gs]/.test(letters[key] ?? '');
    const granted = ([own, ...purposes]: SignalKeys) =>
      own && letters[own.replace('!', '')] !== 'v' ? yes(own) : purposes.every(yes);
    const state: Record<string, string> = {};
    for (const name in signals) {
      const keys = signals[name] as 0 | 1 | readonly SignalKeys[];
      state[name] = keys && (keys === 1 || keys.every(granted)) ? 'granted' : 'denied';
    }
    say('consent', 'update', state);
    queue.consentry = `update${JSON.stringify(state)}`;
  } catch {
    // Cookies refused or not ours: denied it stays.
  }
}
