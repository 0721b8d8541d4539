import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Something in a page that asks a host for something. */
export interface FoundTag {
  /** E.g. `"script"`. */
  readonly element: string;
  /** The addresses in it: its own, and those that an inline script names. */
  readonly urls: readonly URL[];
  /** The inline script; empty for everything else. */
  readonly text: string;
  /** Its attributes, with those of the templates around it. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What `init` wants to know of a page. */
export interface ReadPage {
  /** BCP 47 tag of the page's language, where it says so. */
  readonly language?: string;
  readonly tags: readonly FoundTag[];
}

const ADDRESSES = [
  ...['src', 'href', 'data', 'srcset', 'poster', 'action'],
  ...['data-src', 'data-href', 'data-cookieblock-src'],
];
/** Elements whose `href` is a way out for the visitor, and asks nobody for anything. */
const LINKS = new Set(['a', 'area']);
/** Links that the browser itself never fetches for. */
const IDLE_LINKS = /^(canonical|alternate|author|license|next|prev|me|shortlink|help|search)$/i;

/** Reads the tags of a page's HTML, as a browser parses it. Never throws, whatever the text is. */
export function readPage(html: string, base = 'https://page.invalid/'): ReadPage {
  const tags: FoundTag[] = [];
  let language: string | undefined;
  const visit = (node: DefaultTreeAdapterTypes.Node, around: [string, string][] = []) => {
    const own = 'attrs' in node ? node.attrs.map(({ name, value }): [string, string] => [name, value]) : [];
    if ('tagName' in node) {
      const attributes = new Map(own);
      if (node.tagName === 'html') language = attributes.get('lang') || undefined;
      const tag = {
        ...readTag(node, attributes, base),
        attributes: Object.fromEntries([...around, ...own]),
      };
      if (tag.urls.length > 0 || tag.text) tags.push(tag);
    }
    if ('content' in node) visit(node.content, [...around, ...own]);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, around);
  };
  visit(parse(html));
  return { ...(language ? { language } : {}), tags };
}

function readTag(
  { tagName, childNodes }: DefaultTreeAdapterTypes.Element,
  attributes: ReadonlyMap<string, string>,
  base: string,
): Omit<FoundTag, 'attributes'> {
  const text =
    tagName === 'script' ? childNodes.map((child) => ('value' in child ? child.value : '')).join('') : '';
  const isIdle = LINKS.has(tagName) || (tagName === 'link' && IDLE_LINKS.test(attributes.get('rel') ?? ''));
  const own = isIdle ? [] : ADDRESSES.flatMap((name) => attributes.get(name)?.split(/\s*,\s+/) ?? []);
  const urls = [...own.map((each) => each.trim().split(/\s/)[0] ?? ''), ...addressesIn(text)]
    .filter(Boolean)
    .flatMap((address) => {
      const url = URL.parse ? URL.parse(address, base) : tryUrl(address, base);
      return url && /^https?:$/.test(url.protocol) ? [url] : [];
    });
  return { element: tagName, urls, text };
}

/** Addresses and bare hosts between quotes, as loaders put them together. */
function addressesIn(script: string): string[] {
  return [...script.matchAll(/["'`]((?:https?:)?\/\/[^"'`\s]{3,500})["'`]/g)].map(
    ([, address]) => address as string,
  );
}

function tryUrl(address: string, base: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}
