/** A lazily loaded file of the build: its name beside `consentry.js`, and its SRI hash where one is known. */
export type LazyFile = readonly [name: string, integrity?: string];

/** What a lazily loaded file finds on its own script element, as `document.currentScript.consentry`. */
export interface HandOver {
  /** What the files before it left for it: the banner leaves Preact for the preferences. */
  readonly shared: Record<string, unknown>;
  /** Called by the file with what it brings. */
  deliver(part: unknown): void;
}

/** Loads the files of a build, each once. */
export interface FileLoader {
  /** Resolves with what the file delivers. A failure rejects, and the next call tries again. */
  load<Part>(file: LazyFile): Promise<Part>;
}

/**
 * Loads files as classic scripts with integrity: `import()` cannot carry a hash. They deliver through
 * their own script element, so that the page gets no global of ours but `consentry`.
 */
export function createFileLoader(
  document: Document,
  base: string,
  shared: HandOver['shared'],
  createScript: (src: string) => HTMLScriptElement,
): FileLoader {
  const parts = new Map<string, Promise<unknown>>();
  const load = ([name, integrity]: LazyFile) => {
    const script: HTMLScriptElement & { consentry?: HandOver } = createScript(new URL(name, base).href);
    return new Promise((resolve, reject) => {
      script.consentry = { shared, deliver: resolve };
      script.onerror = () => {
        parts.delete(name);
        reject(new Error(`${name} did not load, or is not the file this build was made with.`));
      };
      // In the order asked for: the preferences need what the banner brings.
      script.async = false;
      if (integrity) {
        script.integrity = integrity;
        script.crossOrigin = 'anonymous';
      }
      (document.head ?? document.documentElement).append(script);
    }).finally(() => script.remove());
  };
  return {
    load<Part>(file: LazyFile) {
      const part = parts.get(file[0]) ?? load(file);
      parts.set(file[0], part);
      return part as Promise<Part>;
    },
  };
}
