// What can arrive on a page, as HTML.

/**
 * @typedef {object} Tag
 * @property {'inline' | 'external' | 'image' | 'frame' | 'request'} kind
 * @property {readonly string[]} marks What the site has written on it; nothing, and only its host says whose it is.
 * @property {string} [host] The vendor that serves it; the site itself, if nobody.
 * @property {'parser' | 'script' | 'text'} [via] How it comes into the page.
 */

/** Where a tag's content comes from. */
export const tagUrl = ({ kind, host }, name, port) => {
  const path = { external: 'script', image: 'image', frame: 'frame', request: 'image' }[kind];
  return `${host ? `http://${host}.localhost:${port}` : ''}/${path}?name=${name}`;
};

/** The attributes and text of a tag, as the documentation has sites write them. */
export function tagParts(tag, name, port) {
  const { kind, marks } = tag;
  const marked = marks.length > 0;
  const isScript = kind === 'inline' || kind === 'external';
  const attributes = { id: name };
  if (marked) attributes['data-consentry'] = marks.join(' ');
  if (marked && isScript) attributes.type = 'text/plain';
  if (kind !== 'inline')
    attributes[marked && !isScript ? 'data-consentry-src' : 'src'] = tagUrl(tag, name, port);
  return {
    element: { inline: 'script', external: 'script', image: 'img', frame: 'iframe' }[kind],
    attributes,
    text: kind === 'inline' ? `ran.push('${name}');` : '',
  };
}

/** A tag as the parser meets it. */
export function tagHtml(tag, name, port) {
  const { element, attributes, text } = tagParts(tag, name, port);
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${element}${written.join('')}>${element === 'img' ? '' : `${text}</${element}>`}`;
}
