import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { placeOf, type Source, type SourceFault } from './source.js';

/** Reads JSON, and nothing that is nearly JSON. */
export function readJson(text: string): Source | { readonly fault: SourceFault } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const fault = (expected: string, offset: number) => ({ fault: { expected, ...placeOf(text, offset) } });
  const [first] = errors;
  if (first || !tree) {
    const found = first ? printParseErrorCode(first.error) : 'EmptyFile';
    // "PropertyNameExpected" as "property name expected"
    const said = found.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    return fault(`valid JSON (${said})`, first?.offset ?? 0);
  }
  const twice = repeated(tree);
  if (twice) return fault(`each name once; "${twice.value}" is there twice`, twice.offset);
  let data: unknown;
  try {
    // Not made out of the tree, where the name `__proto__` would be no member but a prototype.
    data = JSON.parse(text);
  } catch {
    return fault('valid JSON', 0); // what the other parser lets pass, e.g. a byte order mark
  }
  return {
    data,
    find(path) {
      const parts = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
      for (let depth = parts.length; depth > 0; depth--) {
        const node = findNodeAtLocation(tree, parts.slice(0, depth));
        if (node) return { depth, place: placeOf(text, node.offset) };
      }
      return { depth: 0, place: placeOf(text, tree.offset) };
    },
  };
}

/** The second of two members of one name: which of them counts is for nobody to guess. */
function repeated(node: Node): Node | undefined {
  const names = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [name] = child.type === 'property' ? (child.children ?? []) : [];
    if (name && names.has(name.value)) return name;
    names.add(name?.value ?? child);
    const within = repeated(child);
    if (within) return within;
  }
  return undefined;
}
