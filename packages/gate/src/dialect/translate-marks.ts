import { FETCHING, isScript, MARK, markedIds } from '../marks.js';
import type { createScriptPolicy } from '../trusted-types.js';
import { followElements } from './follow-elements.js';

/** How another consent manager has a site mark what it withholds. */
export interface Markup {
  /** Picks what it withholds and nothing that runs by itself, e.g. `script[type="text/plain"][data-category]`. */
  readonly selector: string;
  /** What withheld attributes begin with: `data-` where `data-src` waits to be `src`. */
  readonly prefix: string;
  /** The names of categories or services on an element; none where it is not one of its own after all. */
  readonly namesOn: (element: Element) => readonly string[];
}

/** What {@link translateMarks} needs of its page. */
export interface TranslationOptions {
  /** The purposes and vendors that a name stands for, all of which have to be allowed; nothing for a name nobody knows. */
  readonly idsOf: (name: string) => readonly string[] | undefined;
  /** The page's one policy; see `createScriptPolicy`. */
  readonly policy: ReturnType<typeof createScriptPolicy>;
  /** @default window */
  readonly window?: Window;
}

/** An id that nobody has: what carries a name that nobody knows is never allowed. */
const NOBODY = '?';

/** What an element of another's names waits for. */
export function idsOn(names: readonly string[], { idsOf }: Pick<TranslationOptions, 'idsOf'>): string[] {
  return names.flatMap((name) => idsOf(name) ?? NOBODY);
}

const WITHHELD = new RegExp(`^(${FETCHING.replace(/ /g, '|')})$`);

/**
 * Marks in our way whatever a page marks in another's, now and whenever something comes, so that a gate withholds and
 * releases it like everything else. To be called before a gate or a guard looks at the page.
 */
export function translateMarks({ selector, prefix, namesOn }: Markup, options: TranslationOptions): void {
  const { policy, window = globalThis.window } = options;
  // A guard puts its own in its place, and would take for a request what asks for nothing yet.
  const { setAttribute } = (window as Window & typeof globalThis).Element.prototype;
  followElements(window.document, selector, (element) => {
    const named = idsOn(namesOn(element), options);
    const waiting = [...element.attributes].flatMap(({ name, value }) => {
      const own = name.startsWith(prefix) ? name.slice(prefix.length) : '';
      return own === 'type' || WITHHELD.test(own) ? [[own, value] as const] : [];
    });
    const before = markedIds(element);
    const ids = [...new Set([...before, ...named])];
    if (ids.length === before.length) return;
    // Other elements carry such attributes for reasons of their own; what has no address of its own asks for nothing.
    if (!isScript(element) && (named.includes(NOBODY) || !waiting[0])) return;
    for (const [own, value] of waiting) {
      // A script of type text/plain asks for nothing, and is copied with its address when it is released.
      if (isScript(element) && own === 'src')
        setAttribute.call(element, 'src', policy.createScriptURL(value));
      else element.setAttribute(`${MARK}-${own}`, value);
    }
    // Last: it is what a gate looks for.
    element.setAttribute(MARK, ids.join(' '));
  });
}
