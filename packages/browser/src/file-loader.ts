/**
 * A lazily loaded file of the build, beside `consentry.js`: its name without `consentry-` and ending, and
 * its SHA-256 in base64, which is in the file's name too and is what integrity is checked against.
 */
export type LazyFile = readonly [name: string, hash: string];

/** What a lazily loaded file finds on its own script element, as `document.currentScript.consentry`. */
export interface HandOver {
  /** What the files before it left for it: the one that asks leaves Preact for the preferences. */
  readonly shared: Record<string, unknown>;
  /** Called by the file with what it brings. */
  deliver(part: unknown): void;
}

/** Loads a file once and resolves with what it delivers. A failure rejects, and the next call tries again. */
export type FileLoader = <Part>(file: LazyFile) => Promise<Part>;

/** The name under which a build writes a file: a new boot never meets an old file out of a cache. */
export function fileName([name, hash]: LazyFile): string {
  return `consentry-${name}.${hash.slice(0, 9).replace(/\W/g, '')}.js`;
}

/**
 * Loads files as classic scripts with integrity: `import()` cannot carry a hash. They deliver through
 * their own script element, so that the page gets no global of ours but `consentry`.
 */
export function createFileLoader(
  base: string,
  shared: HandOver['shared'],
  createScript: (src: string) => HTMLScriptElement,
): FileLoader {
  const parts: Record<string, Promise<unknown> | undefined> = {};
  return <Part>(file: LazyFile) => {
    const [name, hash] = file;
    parts[name] ??= new Promise((resolve, reject) => {
      const script: HTMLScriptElement & { consentry?: HandOver } = createScript(
        new URL(fileName(file), base).href,
      );
      script.consentry = { shared, deliver: resolve };
      // Scripts made by script are unordered unless told otherwise.
      script.async = false;
      script.integrity = `sha256-${hash}`;
      script.crossOrigin = 'anonymous';
      script.onload = () => script.remove();
      script.onerror = () => {
        script.remove();
        delete parts[name];
        reject(new Error(`${script.src} did not load.`));
      };
      document.documentElement.append(script);
    });
    return parts[name] as Promise<Part>;
  };
}
