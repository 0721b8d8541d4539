import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

const LONGEST = 1000;

/** The text of what may be HTML, in one line: texts are shown as they are here, and never as HTML. */
export function plainText(html: string): string {
  const read = (
    node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment,
  ): string => {
    if ('value' in node) return node.value;
    if ('tagName' in node && /^(script|style|template)$/.test(node.tagName)) return '';
    return 'childNodes' in node ? node.childNodes.map(read).join('') : '';
  };
  return read(parseFragment(html)).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
