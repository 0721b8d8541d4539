import { type ConsentryConfig, type NoticeDocument, type NoticeTool, noticeTools } from '@consentry/config';
import type { Catalogue } from '../adapter-catalogue.js';
import { facts, list, type NoticePage, type PageKind, paragraph, type Section, section } from './blocks.js';
import { hasWords } from './notice-words.js';
import { cookiesPage, externalPage } from './page-tools.js';
import { basicSections, versionRows } from './sections-basics.js';
import { recipientSections } from './sections-recipients.js';
import { requestSections } from './sections-requests.js';
import { careSections, closingSections, cookieFacts, processedSections } from './sections-rest.js';
import { createSpeaker, type Speaker } from './speaker.js';

/** A site's config, and its notice document if it has one. */
export interface NoticeSource {
  readonly config: ConsentryConfig;
  readonly document?: NoticeDocument;
}

/** The pages of a site in one order, whatever is asked for. */
export const PAGE_KINDS: readonly PageKind[] = ['privacy', 'external', 'cookies'];

/** Languages that a site's pages are made in: the document's, else those of the config that we have words in. */
export function noticeLanguages({ config, document }: NoticeSource): readonly string[] {
  return document?.languages ?? config.languages.filter(hasWords);
}

/**
 * Makes a page of a site in a language; nothing for `privacy` without a document. `changed` is the section about what is new
 * since another version, if it is to be told. Deterministic.
 */
export function noticePage(
  kind: PageKind,
  language: string,
  source: NoticeSource,
  catalogue: Catalogue,
  changed?: (speaker: Speaker) => Section[],
): NoticePage | undefined {
  const { config, document } = source;
  const tools = noticeTools(config, catalogue);
  const speaker = createSpeaker(document, language);
  if (kind === 'external') return externalPage({ config, tools }, speaker);
  if (kind === 'cookies') return cookiesPage({ config, tools }, speaker, cookieFacts(document, speaker));
  return document && privacyPage(document, tools, speaker, changed?.(speaker) ?? []);
}

function privacyPage(
  document: NoticeDocument,
  tools: readonly NoticeTool[],
  speaker: Speaker,
  changed: readonly Section[],
): NoticePage {
  const { words, language } = speaker;
  const plain = (text: Parameters<Speaker['text']>[0]) => speaker.texts(text).map((said) => paragraph(said));
  return {
    kind: 'privacy',
    language,
    title: speaker.text(document.title) || words.pages.privacy,
    lead: [...plain(document.introduction), ...facts(versionRows(document, speaker))],
    sections: [
      ...changed,
      ...basicSections(document, speaker),
      ...recipientSections(document, tools, speaker),
      ...section('tools', words.headings.tools, [
        ...cookieFacts(document, speaker),
        paragraph(words.toolsLead),
        ...list(
          (['external', 'cookies'] as const).map((kind) => [
            { text: words.pages[kind], href: pageName(kind, language) },
          ]),
        ),
      ]),
      ...section('mail', words.headings.mail, plain(document.mailMeasurement)),
      ...processedSections(document, speaker),
      ...careSections(document, speaker),
      ...requestSections(document, speaker),
      ...closingSections(document, speaker),
    ],
  };
}

/** File name of a page. */
export function pageName(kind: PageKind, language: string, format: 'html' | 'md' | 'json' = 'html'): string {
  return `${kind}.${language}.${format}`;
}
