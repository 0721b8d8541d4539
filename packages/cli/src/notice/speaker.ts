import type { ConfigText, NoticeDocument } from '@consentry/config';
import type { Inline, Line } from './blocks.js';
import { wordsOf } from './notice-words.js';
import { say } from './say.js';
import type { Words } from './words-en.js';

/** A list of a document that may be none, all, elsewhere or unsaid. */
export interface Listed<T> {
  readonly kind: 'entries' | 'none' | 'all' | 'by-reference' | 'not-stated';
  readonly items?: readonly T[];
  readonly url?: string;
  readonly other?: ConfigText;
  readonly note?: ConfigText;
}

/** What every part of a page needs to say something in one language. */
export interface Speaker {
  readonly language: string;
  readonly words: Words;
  /** A text of the document in the language; empty where there is none. */
  text(text: ConfigText | undefined): string;
  /** The texts that are there. */
  texts(...texts: readonly (ConfigText | undefined)[]): string[];
  /** An address as a link with a text, or with itself. */
  link(href: string | undefined, text?: ConfigText): Line[];
  /** Labels of items or audiences, in one line. */
  labels(kind: 'items' | 'audiences', ids: readonly string[] | undefined): string[];
  /** What a list says when it has no entries: none, all, elsewhere, unsaid; and its note. */
  about(list: Listed<unknown> | undefined): Line[];
  /** Items of a document, whatever sort of list they are in. */
  items(list: Listed<string> | undefined): Line[];
}

/** Makes a {@link Speaker} for a document and a language. */
export function createSpeaker(document: NoticeDocument | undefined, language: string): Speaker {
  const words = wordsOf(language);
  const text = (value: ConfigText | undefined) => say(value, language);
  const texts = (...values: readonly (ConfigText | undefined)[]) => values.map(text).filter(Boolean);
  const link = (href: string | undefined, name?: ConfigText): Line[] =>
    href === undefined ? [] : [[{ text: text(name) || href, href }]];
  const labels = (kind: 'items' | 'audiences', ids: readonly string[] = []) =>
    ids.length === 0
      ? []
      : [ids.map((id) => text(document?.[kind]?.[id]?.label) || id).join(words.separator)];
  const about = (list: Listed<unknown> | undefined): Line[] => {
    if (!list) return [];
    const said: Record<Listed<unknown>['kind'], Inline[]> = {
      entries: [],
      none: [words.none],
      all: [words.all],
      'not-stated': [words.notStated],
      'by-reference': [`${words.seePage} `, { text: list.url ?? '', href: list.url ?? '' }],
    };
    const line = said[list.kind];
    return [...(line.length ? [line] : []), ...texts(list.note).map((note) => [note])];
  };
  return {
    ...{ language, words, text, texts, link, labels, about },
    items(list) {
      const named = labels('items', list?.items);
      const other = text(list?.other);
      const whole = [...named, ...(other ? [other] : [])].join(words.separator);
      return [...(whole ? [[whole]] : []), ...about(list)];
    },
  };
}
