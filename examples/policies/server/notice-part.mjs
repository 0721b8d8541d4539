// What `consentry serve` publishes, taken into a page of one's own: the marks that `notice --check` looks for stay.

/** A page of the notice: its `<main>`, and the meta tag that names what it was made from. */
export function takeMain(page) {
  const [main] = /<main[\s\S]*<\/main>/.exec(page) ?? [];
  const [meta] = /<meta name="consentry-notice"[^>]*>/.exec(page) ?? [];
  if (!main || !meta) throw new Error('This is no page of a notice.');
  const [, title = ''] = /<h1>([\s\S]*?)<\/h1>/.exec(main) ?? [];
  return { main, meta, title };
}

/** One section of a page with the sections in it; empty where there is none. */
export function takeSection(main, id) {
  const start = main.indexOf(`<section aria-labelledby="${id}">`);
  if (start < 0) return '';
  let depth = 0;
  for (const { 0: tag, index } of main.slice(start).matchAll(/<section\b|<\/section>/g)) {
    depth += tag === '</section>' ? -1 : 1;
    if (depth === 0) return main.slice(start, start + index + tag.length);
  }
  throw new Error(`The section ${id} does not end.`);
}

/** The words that a notice has for each right, read off its own page, in the order of the document. */
export function rightNames(section) {
  const [, first = ''] = /<dl><div><dt>[^<]*<\/dt>([\s\S]*?)<\/div>/.exec(section) ?? [];
  return [...first.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, name]) => name);
}
