import type { AdapterCatalogue } from '../catalogue.js';
import type { ConfigText, ConsentryConfig } from '../schema.js';
import { type NoticeTool, noticeTools } from './notice-tools.js';
import type { NoticeDocument } from './schema-notice.js';

/** All that visitors are told at one moment, in a form that can be kept and compared. */
export interface NoticeFacts {
  /** Version of this form. */
  readonly consentryNotice: 1;
  /** `notice.version` of the config. */
  readonly version: number;
  readonly purposes: Readonly<Record<string, { readonly label: ConfigText; readonly exempt?: boolean }>>;
  readonly tools: readonly NoticeTool[];
  readonly document?: NoticeDocument;
}

/** What visitors are told by a config and its document. */
export function noticeFacts(
  config: ConsentryConfig,
  document: NoticeDocument | undefined,
  catalogue: AdapterCatalogue,
): NoticeFacts {
  return {
    consentryNotice: 1,
    version: config.notice?.version ?? 1,
    purposes: Object.fromEntries(
      Object.entries(config.purposes).map(([id, { label, exempt }]) => [
        id,
        { label, ...(exempt ? { exempt } : {}) },
      ]),
    ),
    tools: noticeTools(config, catalogue),
    ...(document ? { document } : {}),
  };
}
