import { isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place, Source, SourceFault } from './source.js';

/** Reads YAML 1.2, where `no` and `on` are words, as long as it says what JSON could say. */
export function readYaml(text: string): Source | { readonly fault: SourceFault } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fault = (expected: string, offset: number) => ({ fault: { expected, ...placeAt(offset) } });
  // Warnings are of tags that nobody knows: their values would be guessed.
  const [first] = [...document.errors, ...document.warnings];
  if (first) return fault(`valid YAML (${first.message})`, first.pos[0]);
  if (!document.contents) return fault('valid YAML (empty file)', 0);
  let data: unknown;
  try {
    // Aliases may be used a hundred times and not a billion.
    data = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 })));
  } catch (error) {
    return fault(`valid YAML (${(error as Error).message})`, 0);
  }
  return {
    data,
    find(path) {
      for (let depth = path.length; depth > 0; depth--) {
        const offset = offsetOf(document, path.slice(0, depth));
        if (offset !== undefined) return { depth, place: placeAt(offset) };
      }
      return { depth: 0, place: placeAt(document.contents?.range?.[0] ?? 0) };
    },
  };
}

type Holder = { getIn(path: unknown[], keepScalar: true): unknown };

function offsetOf(document: Holder, path: readonly string[]): number | undefined {
  let found: unknown;
  try {
    found = document.getIn(
      path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      true,
    );
  } catch {
    return undefined; // a part of the path is no collection
  }
  if (isPair(found) || !isNode(found)) return undefined;
  const { range } = found as Node;
  // What is empty has no place of its own.
  return isScalar(found) && found.value === null && !range ? undefined : range?.[0];
}
