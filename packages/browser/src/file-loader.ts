import type { PageHost, Shared } from './parts.js';

/**
 * The lazily loaded files of the build, beside `consentry.js`: by name without `consentry-` and ending, the SHA-256 in
 * base64, of which a part is in the file's name too and which integrity is checked against.
 */
export type LazyFiles = Record<string, string>;

/** What a lazily loaded file finds on its own script element, as `document.currentScript.consentry`. */
export interface HandOver {
  /** What the files before it left for it: the banner's leaves Preact for the preferences. */
  readonly shared: Shared;
  /** Called by the file with what starts it on this page. */
  deliver(start: (host: PageHost) => unknown): void;
}

/** Loads the file of a name once, starts it once, and resolves with what it brings. A file that fails to load rejects, and the next call tries again. */
export type FileLoader = <Part>(name: string) => Promise<Part>;

/** The name under which a build writes a file: a new boot never meets an old file out of a cache. */
export function fileName(name: string, hash: string): string {
  return `consentry-${name}.${hash.slice(0, 9).replace(/\W/g, '')}.js`;
}

/**
 * Loads files as classic scripts with integrity: `import()` cannot carry a hash. They deliver through
 * their own script element, so that the page gets no global of ours but `consentry`.
 */
export function createFileLoader(host: () => PageHost): FileLoader {
  const parts: Record<string, Promise<unknown> | undefined> = {};
  return <Part>(name: string) => {
    parts[name] ??= new Promise<(host: PageHost) => unknown>((resolve, reject) => {
      const { base, nonce, policy, shared, files } = host();
      const hash = files[name] as string;
      const script: HTMLScriptElement & { consentry?: HandOver } = document.createElement('script');
      script.nonce = nonce;
      // A policy of the browser and ours take an address like the text of it.
      script.src = policy.createScriptURL(new URL(fileName(name, hash), base) as unknown as string);
      script.consentry = { shared, deliver: resolve };
      script.integrity = `sha256-${hash}`;
      script.crossOrigin = 'anonymous';
      script.onload = script.onerror = (event) => {
        script.remove();
        if ((event as Event).type === 'load') return;
        delete parts[name];
        reject(new Error(`${script.src} did not load.`));
      };
      document.documentElement.append(script);
    }).then((start) => start(host()));
    return parts[name] as Promise<Part>;
  };
}
