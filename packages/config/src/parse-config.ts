import {
  findNodeAtLocation,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { AdapterCatalogue } from './catalogue.js';
import { checkConfig } from './check-config.js';
import type { Problem } from './problem.js';
import type { ConsentryConfig } from './schema.js';

/** A problem with its place in the file, both counted from 1. */
export interface PlacedProblem extends Problem {
  readonly line: number;
  readonly column: number;
}

/** The outcome of reading a config file. */
export type ParseResult =
  | { readonly config: ConsentryConfig; readonly problems?: undefined }
  | { readonly config?: undefined; readonly problems: readonly [PlacedProblem, ...PlacedProblem[]] };

/** Reads and checks the text of a `consentry.json`. Never throws; every problem says where it is. */
export function parseConfig(text: string, catalogue: AdapterCatalogue): ParseResult {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before[before.length - 1] as string).length + 1 };
  };
  const [first] = errors;
  if (first || !tree) {
    const found = first ? printParseErrorCode(first.error) : 'EmptyFile';
    // "PropertyNameExpected" as "property name expected"
    const said = found.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return { problems: [{ path: '', expected: `valid JSON (${said})`, ...place(first?.offset ?? 0) }] };
  }
  const result = checkConfig(getNodeValue(tree), catalogue);
  if (result.config) return result;
  const placed = result.problems.map((problem) => {
    // The nearest part of the path that exists in the file.
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
