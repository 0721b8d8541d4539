import { type ConsentryConfig, checkNotice, type NoticeDocument } from '@consentry/config';
import globalsignSite from '../../examples/policies/globalsign/consentry.json' with { type: 'json' };
import globalsign from '../../examples/policies/globalsign/notice.json' with { type: 'json' };
import omakaseSite from '../../examples/policies/omakase/consentry.json' with { type: 'json' };
import omakase from '../../examples/policies/omakase/notice.json' with { type: 'json' };

export { globalsign, omakase };

// The examples run on loopback with stand-ins; the published texts know nothing of that.
const { cookie: _c, receipts: _r, appearance: _a, ...site } = omakaseSite;
const { src: _s, ...options } = site.vendors['google-analytics'].options;
const { hosts: _h, ...analytics } = site.vendors['google-analytics'];

/** The config of examples/policies/omakase without what only the example needs. */
export const omakaseConfig = {
  ...site,
  notice: { version: 1, document: 'notice.json' },
  vendors: { ...site.vendors, 'google-analytics': { ...analytics, options } },
};
/** The config of examples/policies/globalsign without its stand-ins: the text lists no tools. */
export const globalsignConfig = { ...globalsignSite, notice: omakaseConfig.notice, vendors: {} };

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
