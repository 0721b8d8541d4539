import { createHash } from 'node:crypto';
import { contentName } from '@consentry/browser/fetch-content';
import { fileName } from '@consentry/browser/file-loader';
import { bundle, type Shared } from './bundle.js';

/** A file of a build, to be written or served. */
export interface BuiltFile {
  readonly name: string;
  readonly content: string;
  /** SRI hash: `sha256-…`. */
  readonly integrity: string;
}

/** What the preferences take from the banner's file, which is always loaded before them. */
export const FROM_BANNER: Shared = { preact: 'document.currentScript.consentry.shared.preact' };

/** Where no vendor is asked first, what makes one wait goes away: nobody downloads what their site does not use. */
const NOBODY_WAITS = { 'item.askFirst': 'false', 'content.asksFirst': 'undefined' };

/**
 * Has Chromium compile the whole file while it comes, beside the page's thread, instead of reading each function there
 * again when it is first called (https://v8.dev/blog/explicit-compile-hints, decision 0057). To others it is a comment.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** SHA-256 in base64: what integrity is made of. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('base64');
}

/** Collects bundled files; with `asksFirst` they can make single vendors wait for a yes under every regime. */
export function createFileList(asksFirst = true) {
  const files: BuiltFile[] = [];
  const add = (name: (hash: string) => string, content: string) => {
    const hash = hashOf(content);
    files.push({ name: name(hash), content, integrity: `sha256-${hash}` });
    return hash;
  };
  const script = (entry: string, shared?: Shared) => bundle(entry, shared, asksFirst ? {} : NOBODY_WAITS);
  return {
    files,
    /** Adds a file that a page names itself. */
    addEntry: async (name: string, entry: string) => add(() => name, COMPILE_HINT + (await script(entry))),
    /** Adds one whose text pages have within their HTML, where nothing compiles it before its turn. */
    addInline: async (name: string, entry: string) => add(() => name, await script(entry)),
    /** Adds what a face shows in one language; answers what is in its name. */
    addContent: (face: string, language: string, content: object) => {
      const sign = (hash: string) => `${language}.${hash.slice(0, 12).replace(/\W/g, '')}`;
      const text = JSON.stringify(content).replace(/</g, '\\u003c');
      return sign(add((hash) => contentName(face, sign(hash)), text));
    },
    /** Adds a file that is data. */
    addJson: (name: string, value: unknown) => add(() => name, `${JSON.stringify(value, null, 2)}\n`),
    /** Adds a file that the boot loads; answers the hash by which it does. */
    addLazy: async (part: string, entry: string, shared?: Shared) =>
      add((hash) => fileName(part, hash), COMPILE_HINT + (await script(entry, shared))),
    /** Adds one that few pages load, and where nobody waits for it. */
    addSeldom: async (part: string, entry: string) =>
      add((hash) => fileName(part, hash), await script(entry)),
  };
}

/** JSON as a JavaScript expression: `__proto__` stays a key, and no text ends a script element. */
export function literal(value: unknown): string {
  return JSON.stringify(value)
    .replace(/"__proto__":/g, '["__proto__"]:')
    .replace(/</g, '\\u003c');
}
