import { type ConsentryConfig, checkNotice, type NoticeDocument } from '@consentry/config';
import globalsignConfig from './notices/globalsign.config.json' with { type: 'json' };
import globalsign from './notices/globalsign.notice.json' with { type: 'json' };
import omakaseConfig from './notices/omakase.config.json' with { type: 'json' };
import omakase from './notices/omakase.notice.json' with { type: 'json' };

/** A config and its notice document, which have to be right. */
export function aNotice(config: unknown, document: unknown) {
  const result = checkNotice(document, config as ConsentryConfig);
  if (result.problems) throw new Error(JSON.stringify(result.problems));
  return { config: config as ConsentryConfig, document: result.document as NoticeDocument };
}

/** The notice of GMO OMAKASE, as a document: tools in pages and mails, recipients by kind. */
export const omakaseNotice = (changes: object = {}) => aNotice(omakaseConfig, { ...omakase, ...changes });
/** The notice of GMO GlobalSign, as a document: four audiences, recipients abroad. */
export const globalsignNotice = (changes: object = {}) =>
  aNotice(globalsignConfig, { ...globalsign, ...changes });
