import { readSource } from '../files/read-source.js';
import type { Format } from '../files/source.js';
import { type PlacedProblem, placeIn } from '../parse-config.js';
import type { ConsentryConfig } from '../schema.js';
import { checkNotice } from './check-notice.js';
import type { NoticeDocument } from './schema-notice.js';

/** The outcome of reading a notice document. */
export type NoticeParseResult =
  | { readonly document: NoticeDocument; readonly problems?: undefined }
  | { readonly document?: undefined; readonly problems: readonly [PlacedProblem, ...PlacedProblem[]] };

/** Reads and checks the text of a notice document. Never throws; every problem says where it is. */
export function parseNotice(
  text: string,
  config: ConsentryConfig,
  format: Format = 'json',
): NoticeParseResult {
  const source = readSource({ text, format });
  if ('fault' in source) return { problems: [{ path: '', ...source.fault }] };
  const result = checkNotice(source.data, config);
  if (result.document) return result;
  const placed = result.problems.map((problem) => ({
    ...problem,
    ...placeIn(source, undefined, problem.path),
  }));
  return { problems: placed as [PlacedProblem, ...PlacedProblem[]] };
}
