import type { Block, Inline, Line, NoticePage, Section, Table } from './blocks.js';
import { isAddress } from './to-html.js';

/** Writes a page as Markdown (CommonMark, with tables as GitHub has them), for sites that make pages of such files. */
export function toMarkdown(page: NoticePage, hash: string): string {
  const parts = [
    `<!-- consentry-notice ${page.kind}.${page.language} ${hash} -->`,
    `# ${escapeMarkdown(page.title)}`,
    ...page.lead.map(block),
    ...page.sections.map((part) => sectionMarkdown(part, 2)),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function sectionMarkdown({ heading, blocks, sections = [] }: Section, rank: number): string {
  return [
    `${'#'.repeat(Math.min(rank, 6))} ${escapeMarkdown(heading)}`,
    ...blocks.map(block),
    ...sections.map((part) => sectionMarkdown(part, rank + 1)),
  ].join('\n\n');
}

function block(of: Block): string {
  switch (of.kind) {
    case 'paragraph':
      return line(of.content);
    case 'list':
      return of.items.map((item) => `- ${line(item)}`).join('\n');
    case 'facts':
      return of.rows
        .map(({ term, values }) =>
          values.length === 1
            ? `- **${escapeMarkdown(term)}**: ${line(values[0] as Line)}`
            : [`- **${escapeMarkdown(term)}**:`, ...values.map((value) => `  - ${line(value)}`)].join('\n'),
        )
        .join('\n');
    case 'table':
      return table(of);
  }
}

function table({ caption, columns, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${escapeMarkdown(caption)}**`,
    '',
    row(columns.map(escapeMarkdown)),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map((lines) => lines.map(line).join('<br>')))),
  ].join('\n');
}

const line = (content: Line) => content.map(inline).join('');

function inline(part: Inline): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  if (!isAddress(part.href)) return escapeMarkdown(part.text);
  // Our own pages are beside this one in its own form.
  const beside = part.href.replace(/^(\w+\.[\w-]+)\.html$/, '$1.md');
  const href = beside.replace(/[\s<>]/g, encodeURIComponent);
  return `[${escapeMarkdown(part.text)}](<${href}>)`;
}

/**
 * A text in which nothing means anything to Markdown or HTML: punctuation that could is escaped, and a line break is a
 * space, so that no text begins a heading, a list or a block of its own.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]#+!|~]/g, '\\$&')
    .replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3')
    .replace(/^(\s*)([-=:])/, '$1\\$2');
}
