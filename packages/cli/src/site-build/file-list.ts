import { createHash } from 'node:crypto';
import { bundle, type Shared } from './bundle.js';

/** A file of a build, to be written or served. */
export interface BuiltFile {
  readonly name: string;
  readonly content: string;
  /** SRI hash: `sha384-…`. */
  readonly integrity: string;
}

/** What the preferences take from the banner's file, which is always loaded before them. */
export const FROM_BANNER: Shared = {
  preact: 'document.currentScript.consentry.shared.preact',
  '@consentry/widget/surface': 'document.currentScript.consentry.shared.surface',
};

/** How a file is made. */
interface FileOptions {
  /** Puts a hash of the content into the name, so that a new boot never meets an old file out of a cache. */
  readonly hashed: boolean;
  readonly shared?: Shared;
}

/** Collects bundled files; `add` answers the name and integrity that the boot needs to load one. */
export function createFileList() {
  const files: BuiltFile[] = [];
  const add = async (name: string, entry: string, { hashed, shared }: FileOptions) => {
    const content = await bundle(entry, shared);
    const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    const stamp = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const file = { name: hashed ? name.replace(/js$/, `${stamp}.js`) : name, content, integrity };
    files.push(file);
    return [file.name, integrity] as const;
  };
  return { files, add };
}

/** JSON as a JavaScript expression: `__proto__` stays a key, and no text ends a script element. */
export function literal(value: unknown): string {
  return JSON.stringify(value)
    .replace(/"__proto__":/g, '["__proto__"]:')
    .replace(/</g, '\\u003c');
}
