import type { Block, Inline, Line, NoticePage, PageKind, Section, Table } from './blocks.js';
import { PAGE_KINDS, pageName } from './notice-pages.js';
import { wordsOf } from './notice-words.js';

/** What surrounds a page. */
export interface HtmlFrame {
  /** Hash of what the page tells. */
  readonly hash: string;
  /** Languages that the page is there in. */
  readonly languages: readonly string[];
  /** Pages that are there. @default all of them */
  readonly kinds?: readonly PageKind[];
  /** Whose notice it is; part of the title. */
  readonly owner?: string;
}

/** Writes a page as a whole HTML document. Every text is escaped; addresses that are no addresses are texts. */
export function toHtml(page: NoticePage, frame: HtmlFrame): string {
  const { kind, language, title } = page;
  const { hash, languages, kinds = PAGE_KINDS, owner } = frame;
  const words = wordsOf(language);
  const contents =
    page.sections.length > 3
      ? `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${escapeHtml(words.contents)}</h2><ol>${page.sections
          .map(({ id, heading }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(heading)}</a></li>`)
          .join('')}</ol></nav>\n`
      : '';
  const others = languages.filter((other) => other !== language);
  const alternates = languages
    .map(
      (other) =>
        `<link rel="alternate" hreflang="${escapeHtml(other)}" href="${escapeHtml(pageName(kind, other))}">\n`,
    )
    .join('');
  const pages = kinds.map((other) => {
    const current = other === kind ? ' aria-current="page"' : '';
    return `<li><a href="${escapeHtml(pageName(other, language))}"${current}>${escapeHtml(wordsOf(language).pages[other])}</a></li>`;
  });
  const spoken = others.map(
    (other) =>
      `<li><a href="${escapeHtml(pageName(kind, other))}" hreflang="${escapeHtml(other)}" lang="${escapeHtml(other)}">${escapeHtml(ownName(other))}</a></li>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="consentry-notice" content="${escapeHtml(hash)}">
<title>${escapeHtml(owner ? `${title} | ${owner}` : title)}</title>
${alternates}<link rel="stylesheet" href="notice.css">
</head>
<body>
<a class="skip" href="#main">${escapeHtml(words.skip)}</a>
<header>
<nav aria-label="${escapeHtml(words.pagesNav)}"><ul>${pages.join('')}</ul></nav>
${spoken.length > 0 ? `<nav aria-label="${escapeHtml(words.languagesNav)}"><ul>${spoken.join('')}</ul></nav>\n` : ''}</header>
<main id="main" data-consentry-notice="${escapeHtml(`${kind}.${language}`)}">
<h1>${escapeHtml(title)}</h1>
${page.lead.map(block).join('\n')}
${contents}${page.sections.map((part) => sectionHtml(part, 2)).join('\n')}
</main>
<footer><p>${escapeHtml(words.footer)}</p></footer>
</body>
</html>
`;
}

/** A section with its parts; headings go down to the fourth rank. */
export function sectionHtml({ id, heading, blocks, sections = [] }: Section, rank: number): string {
  const tag = `h${Math.min(rank, 4)}`;
  return [
    `<section aria-labelledby="${escapeHtml(id)}">`,
    `<${tag} id="${escapeHtml(id)}">${escapeHtml(heading)}</${tag}>`,
    ...blocks.map(block),
    ...sections.map((part) => sectionHtml(part, rank + 1)),
    '</section>',
  ].join('\n');
}

function block(of: Block): string {
  switch (of.kind) {
    case 'paragraph':
      return `<p>${line(of.content)}</p>`;
    case 'list':
      return `<ul>${of.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${of.rows
        .map(
          ({ term, values }) =>
            `<div><dt>${escapeHtml(term)}</dt>${values.map((value) => `<dd>${line(value)}</dd>`).join('')}</div>`,
        )
        .join('')}</dl>`;
    case 'table':
      return table(of);
  }
}

// On narrow screens rows become cards by CSS, which takes a table's roles from it in some browsers: they are named.
function table({ caption, columns, rows }: Table): string {
  const head = columns
    .map((column) => `<th scope="col" role="columnheader">${escapeHtml(column)}</th>`)
    .join('');
  const body = rows.map((cells) => {
    const inner = cells.map((lines, i) => {
      const content = lines.map((item) => `<p>${line(item)}</p>`).join('');
      const label = `data-label="${escapeHtml(columns[i] ?? '')}"`;
      return i === 0
        ? `<th scope="row" role="rowheader" ${label}>${content}</th>`
        : `<td role="cell" ${label}>${content}</td>`;
    });
    return `<tr role="row">${inner.join('')}</tr>`;
  });
  return `<table role="table"><caption>${escapeHtml(caption)}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body.join('\n')}
</tbody></table>`;
}

const line = (content: Line) => content.map(inline).join('');

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (!isAddress(part.href)) return escapeHtml(part.text);
  return `<a href="${escapeHtml(part.href)}">${escapeHtml(part.text)}</a>`;
}

/** What a link may lead to; a `javascript:` from a document never becomes one. */
export function isAddress(href: string): boolean {
  return /^(https?:\/\/|\/(?!\/)|mailto:[^\s@]+@[^\s@]+$|[a-z]+\.[\w-]+\.(html|md|json)$|#[\w-]+$)/i.test(
    href,
  );
}

function ownName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, in an element or an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
