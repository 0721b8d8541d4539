import type { Node } from './syntax.js';

/** What was read of an expression that nobody has run. */
export interface Reading {
  /** The value, without its parts that are not literal; nothing where none of it is. */
  readonly value: unknown;
  /** Paths of what was not read, e.g. `"services.2.callback"`; an empty one for the whole. */
  readonly unread: readonly string[];
}

/** Deeper than any config is; a program of somebody else's may be made to be endless. */
const DEEPEST = 40;

/**
 * Reads the literal parts of an expression without running anything: objects, lists, texts, numbers, and constants of the
 * same file by name. A regular expression is its text, `"/^_ga/"`. Never throws.
 */
export function readLiteral(node: Node | null | undefined, constants: ReadonlyMap<string, Node>): Reading {
  const unread: string[] = [];
  const read = (node: Node | null | undefined, path: readonly string[], depth: number): unknown => {
    const no = () => void unread.push(path.join('.'));
    if (!node || depth > DEEPEST) return no();
    const inner = (child: Node | null | undefined, name: string | number) =>
      read(child, [...path, `${name}`], depth + 1);
    switch (node.type) {
      case 'Literal':
        return node.regex ? `/${node.regex.pattern}/${node.regex.flags}` : node.value;
      case 'TemplateLiteral':
        return node.expressions?.[0] ? no() : node.quasis?.[0]?.value.cooked;
      case 'UnaryExpression': {
        const value = read(node.argument as Node, path, depth + 1);
        if (node.operator === '!') return !value;
        return node.operator === '-' && typeof value === 'number' ? -value : no();
      }
      case 'Identifier': {
        const known = constants.get(node.name ?? '');
        if (node.name === 'undefined') return undefined;
        return known && known !== node ? read(known, path, depth + 1) : no();
      }
      case 'ArrayExpression':
        return (node.elements ?? []).map((each, i) => inner(each, i));
      case 'ObjectExpression':
        return Object.fromEntries(
          (node.properties ?? []).flatMap((property) => {
            const name = nameOf(property);
            if (name === undefined) {
              unread.push([...path, '…'].join('.'));
              return [];
            }
            const value = inner(property.value as Node, name);
            return value === undefined ? [] : [[name, value]];
          }),
        );
      default:
        return no();
    }
  };
  return { value: read(node, [], 0), unread };
}

function nameOf({ type, key, computed }: Node): string | undefined {
  if (type !== 'Property' || !key || computed) return undefined;
  return key.type === 'Identifier' ? key.name : key.type === 'Literal' ? `${key.value}` : undefined;
}
