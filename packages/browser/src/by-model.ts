import type { PageHost } from './parts.js';

/** What a face shows, with what is otherwise where purposes run until denied. */
export interface ContentByModel {
  readonly running: object;
}

/**
 * For sites whose rules differ by place: turns what was fetched into what is shown under this page's rule.
 *
 * @param hashes of what is shown where purposes run until denied, by face and language (`"banner.ja"`), for the records
 */
export function byModel<Content>(hashes: Readonly<Record<string, string>>) {
  return async (fetched: unknown, { state, shared }: PageHost): Promise<Content> => {
    const { running, ...content } = fetched as ContentByModel;
    if (state.rule.model === 'opt-in') return content as Content;
    shared.shown = { ...shared.shown, ...hashes };
    return { ...content, ...running } as Content;
  };
}
