import type { CaseResult, LayerResult } from './judge.js';
import { CHECKS } from './judge.js';
import { KNOWN_LEAKS, type KnownLeak } from './known-leaks.js';
import { LAYERS, type LayerName } from './layers.js';
import { CATEGORIES } from './leak-case.js';

type Measured = CaseResult & { layer: LayerName; outcome: LayerResult };

/** Passed and total for each layer and browser, by category and by check. */
export function summary(results: readonly CaseResult[]): string[] {
  const lines: string[] = [];
  for (const engine of new Set(results.map((result) => result.engine))) {
    const here = results.filter((result) => result.engine === engine);
    const invalid = here.filter((result) => result.invalid !== undefined);
    const absent = here.filter((result) => result.notApplicable !== undefined);
    lines.push(
      '',
      `${engine}: ${here.length} cases, ${here.length - invalid.length - absent.length} with both controls as they should be, ${invalid.length} invalid, ${absent.length} not applicable`,
    );
    for (const layer of LAYERS) {
      const measured = of(here, layer);
      if (!measured[0]) continue;
      lines.push(`  ${layer}: ${score(measured, ({ passed }) => passed)} passed`);
      lines.push(
        `    requests before a decision withheld ${score(measured, ({ requested }) => !requested)}, code withheld ${score(
          measured.filter(({ code }) => code),
          ({ ran }) => !ran,
        )}`,
      );
      lines.push(
        `    ${CHECKS.map((check) => `${check} ${score(measured, ({ faults }) => faults[check] === undefined)}`).join(', ')}`,
      );
      for (const category of CATEGORIES) {
        const inCategory = measured.filter((result) => result.category === category);
        if (inCategory[0])
          lines.push(`    ${category.padEnd(18)}${score(inCategory, ({ passed }) => passed)}`);
      }
    }
  }
  return lines;
}

/** What is not as it should be: invalid cases, failures that no one has explained, explanations no longer true. */
export function againstKnown(results: readonly CaseResult[]): string[] {
  const problems: string[] = [];
  for (const result of results) {
    const { id, engine, title, invalid, broken } = result;
    if (broken) problems.push(`${engine} ${id}: not measured. ${broken}`);
    if (invalid) problems.push(`${engine} ${id}: invalid. ${invalid}`);
    for (const { layer, outcome } of of([result], ...LAYERS)) {
      const where = `${engine} ${layer} ${id}`;
      const known = knownFor(id, engine, layer);
      const { faults, ran, passed } = outcome;
      if (known && passed && !known.race) problems.push(`${where}: passes; take it off the known leaks`);
      const unexplained = CHECKS.filter(
        (check) => faults[check] !== undefined && !known?.checks.includes(check),
      );
      const [first] = unexplained;
      // The later chapters of a story that went wrong at the start are in the JSON.
      if (first) problems.push(`${where}: not ${first}: ${faults[first]} (${title})`);
      if (ran && known && !known.runs) problems.push(`${where}: the vendor's code ran (${title})`);
    }
  }
  return problems;
}

/** Why a case may fail under a layer in a browser. */
export function knownFor(id: string, engine: string, layer: LayerName): KnownLeak | undefined {
  return KNOWN_LEAKS[id]?.find(
    ({ engines, layers }) => engines.some((name) => name === engine) && layers.includes(layer),
  );
}

function of(results: readonly CaseResult[], ...layers: LayerName[]): Measured[] {
  return results.flatMap((result) =>
    layers.flatMap((layer) => {
      const outcome = result.layers[layer];
      return outcome ? [{ ...result, layer, outcome }] : [];
    }),
  );
}

const score = (measured: readonly Measured[], ok: (outcome: LayerResult) => boolean) =>
  `${measured.filter(({ outcome }) => ok(outcome)).length}/${measured.length}`;
