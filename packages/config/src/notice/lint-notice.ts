import type { AdapterCatalogue } from '../catalogue.js';
import type { ConsentryConfig } from '../schema.js';
import { isForJapan } from './for-japan.js';
import { lintDocument } from './lint-document.js';
import { lintRecipients } from './lint-recipients.js';
import { type Miss, NOTICE_RULES } from './lint-rules.js';
import { lintTools } from './lint-tools.js';
import type { NoticeDocument } from './schema-notice.js';

/** Something that a notice does not do though a law or good practice asks for it. */
export interface NoticeFinding extends Miss {
  readonly article: string;
  readonly asks: string;
  /** `unverified`: the rule is from memory. */
  readonly source: { readonly url?: string; readonly mark: 'read' | 'unverified' };
  /** The document says that its author knows. */
  readonly acknowledged: boolean;
}

/**
 * Looks for what laws and good practice ask of a notice and this one does not do. What it finds are warnings for
 * somebody to judge: it reads settings, not sentences, and knows no law but those it names. Rules of Japan are looked at
 * where {@link isForJapan} says so.
 */
export function lintNotice(
  document: NoticeDocument,
  config: ConsentryConfig,
  catalogue: AdapterCatalogue,
): NoticeFinding[] {
  const japan = isForJapan(document);
  const acknowledged: readonly string[] = document.acknowledge ?? [];
  return [
    ...lintDocument(document),
    ...lintRecipients(document, config),
    ...lintTools(document, config, catalogue),
  ]
    .filter(({ code }) => japan || !NOTICE_RULES[code].article.startsWith('Japan'))
    .map((miss) => ({
      ...miss,
      ...NOTICE_RULES[miss.code],
      acknowledged: acknowledged.includes(miss.code),
    }));
}

/** A finding as one line: place, what is there, what is asked, by which article, how surely that is known. */
export function formatFinding(finding: NoticeFinding): string {
  const { code, path, found, asks, article, source, acknowledged } = finding;
  const doubt = source.mark === 'unverified' && article !== 'good practice' ? ', unverified' : '';
  return `${path}: ${found}; asked for: ${asks} (${article}${doubt}). [${code}${acknowledged ? ', acknowledged' : ''}]`;
}
