/** Elements whose content is one line; the texts of all others run together. */
const OF_BLOCKS =
  /^(address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|footer|h[1-6]|header|hr|html|li|main|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;
/** Elements whose content nobody reads. */
const UNREAD = /^(script|style|template|noscript|head)$/;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

// A comment, a doctype, or a tag whose attributes may hold ">" between quotes; then a text. A stranger may have written
// the page: each character is looked at once, and what fits nothing is text.
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g;

interface Token {
  readonly text?: string;
  readonly tag?: string;
  readonly closes?: boolean;
  readonly attributes?: string;
}

function* tokens(html: string): Generator<Token> {
  for (const [whole, slash, tag, attributes] of html.matchAll(TOKEN)) {
    if (tag !== undefined)
      yield { tag: tag.toLowerCase(), closes: slash === '/', attributes: attributes ?? '' };
    else if (!whole.startsWith('<!')) yield { text: whole };
  }
}

/** The value of an attribute in what stands between a tag's name and its end. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : unescapeHtml(value);
}

/** What a reader of an HTML page sees, line by line, and where its links lead. */
export interface ReadPage {
  /** Hash that the page carries; none if it was taken out. */
  readonly hash?: string;
  /** Lines of the part that is ours; of everything where no part is marked as it. */
  readonly lines: readonly string[];
  /** Whether a part is marked as ours. */
  readonly marked: boolean;
}

/** Reads a published page. `id` is what its part is marked with, e.g. `privacy.ja`. Never throws. */
export function readHtml(html: string, id: string): ReadPage {
  let hash: string | undefined;
  let depth = 0;
  let marked = false;
  let within = '';
  let unread = '';
  const whole: string[] = [''];
  const part: string[] = [''];
  const add = (text: string) => {
    whole.push((whole.pop() ?? '') + text);
    if (within) part.push((part.pop() ?? '') + text);
  };
  const end = () => {
    whole.push('');
    if (within) part.push('');
  };
  for (const { text, tag = '', closes, attributes = '' } of tokens(html)) {
    if (unread) {
      if (closes && tag === unread) unread = '';
      else if (unread === 'head' && tag === 'meta' && attribute(attributes, 'name') === 'consentry-notice')
        hash = attribute(attributes, 'content');
      continue;
    }
    if (text !== undefined) {
      add(unescapeHtml(text));
      continue;
    }
    if (!closes && UNREAD.test(tag)) {
      unread = tag;
      continue;
    }
    if (OF_BLOCKS.test(tag)) end();
    if (!within && !closes && attribute(attributes, 'data-consentry-notice') === id) {
      within = tag;
      depth = 1;
      marked = true;
    } else if (within && tag === within && !VOID.test(tag)) {
      depth += closes ? -1 : 1;
      if (depth === 0) within = '';
    }
    const href = tag === 'a' && !closes ? attribute(attributes, 'href') : undefined;
    if (href !== undefined) add(`<${href}> `);
  }
  const lines = (marked ? part : whole).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  return { ...(hash === undefined ? {} : { hash }), lines, marked };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
