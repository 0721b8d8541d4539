import { createHash } from 'node:crypto';
import { canonicalJson } from '@consentry/receipts';
import type { Catalogue } from '../adapter-catalogue.js';
import type { NoticePage, PageKind, Section } from './blocks.js';
import { type NoticeSource, noticeLanguages, noticePage, PAGE_KINDS, pageName } from './notice-pages.js';
import { NOTICE_STYLE } from './notice-style.js';
import { say } from './say.js';
import type { Speaker } from './speaker.js';
import { toHtml } from './to-html.js';
import { toMarkdown } from './to-markdown.js';

/** The forms that pages can have. */
export const NOTICE_FORMATS = ['html', 'md', 'json'] as const;
/** One of {@link NOTICE_FORMATS}. */
export type NoticeFormat = (typeof NOTICE_FORMATS)[number];

/** Options of {@link noticeFiles}. */
export interface NoticeFilesOptions {
  /** @default "html" */
  readonly format?: NoticeFormat;
  /** One language only. @default all of them */
  readonly language?: string | undefined;
  /** One sort of pages only. @default all of them */
  readonly only?: PageKind | undefined;
  /** The section about what is new since another version. @default none */
  readonly changed?: (speaker: Speaker) => Section[];
}

/** A file that is to be published. */
export interface NoticeFile {
  readonly name: string;
  readonly content: string;
  /** Hash of what the page tells; none for the style sheet. */
  readonly hash?: string;
}

/** The files of a site's notice. The same config and document give the same bytes. */
export function noticeFiles(
  source: NoticeSource,
  catalogue: Catalogue,
  options: NoticeFilesOptions = {},
): NoticeFile[] {
  const { format = 'html', language: wanted, only, changed } = options;
  const kinds = PAGE_KINDS.filter((kind) => source.document || kind !== 'privacy');
  const all = noticeLanguages(source);
  const languages = all.filter((language) => !wanted || language === wanted);
  const pages = kinds
    .filter((kind) => !only || kind === only)
    .flatMap((kind) =>
      languages.flatMap((language) => noticePage(kind, language, source, catalogue, changed) ?? []),
    );
  // Links lead to pages that are there.
  const frame = { languages, kinds: only ? [only] : kinds };
  const files = pages.map((page): NoticeFile => {
    const hash = pageHash(page);
    const owner = say(source.document?.controller?.name, page.language);
    const content = {
      html: () => toHtml(page, { ...frame, hash, owner }),
      md: () => toMarkdown(page, hash),
      json: () => `${JSON.stringify({ hash, ...page }, null, 2)}\n`,
    }[format]();
    return { name: pageName(page.kind, page.language, format), content, hash };
  });
  return format === 'html' && files.length > 0
    ? [...files, { name: 'notice.css', content: NOTICE_STYLE }]
    : files;
}

/** What a page tells, as one hash: the same in every form of it. */
function pageHash(page: NoticePage): string {
  return `sha256-${createHash('sha256').update(canonicalJson(page)).digest('base64url')}`;
}
