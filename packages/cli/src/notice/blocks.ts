/** A run of text, or a link. Never markup: every text comes from a file that anybody may have written. */
export type Inline = string | { readonly text: string; readonly href: string };
/** What stands on one line, or in one paragraph. */
export type Line = readonly Inline[];

/** A table; the first cell of a row names the row. */
export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells by row, each of one or more lines. */
  readonly rows: readonly (readonly (readonly Line[])[])[];
}

/** A part of a section. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | { readonly kind: 'facts'; readonly rows: readonly { term: string; values: readonly Line[] }[] }
  | Table;

/** A heading and what belongs to it. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

/** The sorts of pages. */
export type PageKind = 'privacy' | 'external' | 'cookies';

/** One page in one language, before it has a form. */
export interface NoticePage {
  readonly kind: PageKind;
  readonly language: string;
  readonly title: string;
  /** What stands before the first heading. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
}

/** A paragraph of one text. */
export const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });

/** A list of texts; nothing where there are none. */
export const list = (items: readonly (string | Line)[]): Block[] =>
  items.length === 0
    ? []
    : [{ kind: 'list', items: items.map((item) => (typeof item === 'string' ? [item] : item)) }];

/** Terms and what is said of them; what nothing is said of is left out. */
export function facts(rows: readonly (readonly [string, readonly (string | Line)[]])[]): Block[] {
  const said = rows
    .filter(([, values]) => values.length > 0)
    .map(([term, values]) => ({
      term,
      values: values.map((value) => (typeof value === 'string' ? [value] : value)),
    }));
  return said.length === 0 ? [] : [{ kind: 'facts', rows: said }];
}

/** A section; nothing where it would be empty. */
export function section(
  id: string,
  heading: string,
  blocks: readonly Block[],
  sections: readonly Section[] = [],
): Section[] {
  if (blocks.length === 0 && sections.length === 0) return [];
  return [{ id, heading, blocks, ...(sections.length ? { sections } : {}) }];
}
