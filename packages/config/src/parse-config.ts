import type { AdapterCatalogue } from './catalogue.js';
import { checkConfig } from './check-config.js';
import { mergePatch } from './files/merge-patch.js';
import { readSource } from './files/read-source.js';
import type { Place, Source, SourceText } from './files/source.js';
import type { Problem } from './problem.js';
import type { ConsentryConfig } from './schema.js';

/** A problem with its place in the file. */
export interface PlacedProblem extends Problem, Place {
  /** It stands in the overlay, and not in the file below it. */
  readonly inOverlay?: true;
}

/** The outcome of reading a config file. */
export type ParseResult =
  | { readonly config: ConsentryConfig; readonly problems?: undefined }
  | { readonly config?: undefined; readonly problems: readonly [PlacedProblem, ...PlacedProblem[]] };

/** How a config is read. */
export interface ParseOptions extends Omit<SourceText, 'text'> {
  /** What one environment has otherwise, laid over the config as RFC 7396 says. */
  readonly overlay?: SourceText | undefined;
}

/** Reads and checks the text of a `consentry.json` or `.yaml`. Never throws; every problem says where it is. */
export function parseConfig(
  text: string,
  catalogue: AdapterCatalogue,
  { overlay, ...how }: ParseOptions = {},
): ParseResult {
  const base = readSource({ text, ...how });
  if ('fault' in base) return { problems: [{ path: '', ...base.fault }] };
  const above = overlay && readSource(overlay);
  if (above && 'fault' in above) return { problems: [{ path: '', ...above.fault, inOverlay: true }] };
  const result = checkConfig(above ? mergePatch(base.data, above.data) : base.data, catalogue);
  if (result.config) return result;
  const placed = result.problems.map((problem) => ({ ...problem, ...placeIn(base, above, problem.path) }));
  return { problems: placed as [PlacedProblem, ...PlacedProblem[]] };
}

/** The nearest part of a path that exists, in the file that has more of it. */
export function placeIn(
  base: Source,
  overlay: Source | undefined,
  path: string,
): Place & { readonly inOverlay?: true } {
  const parts = path === '' ? [] : path.split('.');
  const below = base.find(parts);
  const above = overlay?.find(parts);
  // What both have, the overlay has said last.
  return above && above.depth > 0 && above.depth >= below.depth
    ? { ...above.place, inOverlay: true }
    : below.place;
}
