import {
  findNodeAtLocation,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { PlacedProblem } from '../parse-config.js';
import type { ConsentryConfig } from '../schema.js';
import { checkNotice } from './check-notice.js';
import type { NoticeDocument } from './schema-notice.js';

/** The outcome of reading a notice document. */
export type NoticeParseResult =
  | { readonly document: NoticeDocument; readonly problems?: undefined }
  | { readonly document?: undefined; readonly problems: readonly [PlacedProblem, ...PlacedProblem[]] };

/** Reads and checks the text of a notice document. Never throws; every problem says where it is. */
export function parseNotice(text: string, config: ConsentryConfig): NoticeParseResult {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) as string).length + 1 };
  };
  const [first] = errors;
  if (first || !tree) {
    const found = first ? printParseErrorCode(first.error) : 'EmptyFile';
    const said = found.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return { problems: [{ path: '', expected: `valid JSON (${said})`, ...place(first?.offset ?? 0) }] };
  }
  const result = checkNotice(getNodeValue(tree), config);
  if (result.document) return result;
  const placed = result.problems.map((problem) => {
    const path: (string | number)[] = problem.path
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    let node = findNodeAtLocation(tree, path);
    while (!node && path.length > 0) {
      path.pop();
      node = findNodeAtLocation(tree, path);
    }
    return { ...problem, ...place((node ?? tree).offset) };
  });
  return { problems: placed as [PlacedProblem, ...PlacedProblem[]] };
}
