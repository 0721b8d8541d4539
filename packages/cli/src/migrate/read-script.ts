import { parseAst } from 'rollup/parseAst';
import { type Reading, readLiteral } from './read-literal.js';
import type { Node } from './syntax.js';

/** Something that a script sets or calls, with what of it is literal. */
export interface Statement extends Reading {
  /** `"klaroConfig"`, `"tarteaucitron.user.gtagUa"`; with brackets what is called: `"CookieConsent.run()"`. */
  readonly what: string;
  /** File or page it stands in. */
  readonly file: string;
}

/** What scripts say, and those that cannot be parsed. */
export interface ReadScripts {
  readonly statements: readonly Statement[];
  readonly broken: readonly string[];
}

/** Reads what scripts set and call, without running them. */
export function readScripts(
  scripts: readonly { readonly file: string; readonly text: string }[],
): ReadScripts {
  const statements: Statement[] = [];
  const broken: string[] = [];
  for (const { file, text } of scripts) {
    try {
      statements.push(...readScript(parse(text), file));
    } catch {
      broken.push(file);
    }
  }
  return { statements, broken };
}

function parse(text: string): Node {
  // A file of JSON is a config as well.
  const program = /^\s*[{[]/.test(text) ? `export default ${text}` : text;
  try {
    return parseAst(program, { allowReturnOutsideFunction: true }) as unknown as Node;
  } catch {
    return parseAst(text, { allowReturnOutsideFunction: true }) as unknown as Node;
  }
}

function readScript(program: Node, file: string): Statement[] {
  const constants = new Map<string, Node>();
  const found: { readonly what: string; readonly node: Node | null | undefined }[] = [];
  visit(program, (node) => {
    const { type, id, init, left, right, callee, declaration } = node;
    if (type === 'VariableDeclarator' && id?.name) {
      if (init) constants.set(id.name, init);
      found.push({ what: id.name, node: init });
    } else if (type === 'AssignmentExpression') found.push({ what: pathOf(left), node: right });
    else if (type === 'ExportDefaultDeclaration') found.push({ what: 'default', node: declaration });
    else if (type === 'CallExpression')
      found.push({ what: `${pathOf(callee)}()`, node: node.arguments?.[0] });
  });
  return found.map(({ what, node }) => ({ what, file, ...readLiteral(node, constants) }));
}

function visit(node: unknown, meet: (node: Node) => void): void {
  if (Array.isArray(node)) for (const each of node) visit(each, meet);
  else if (node && typeof node === 'object' && 'type' in node) {
    meet(node as Node);
    for (const child of Object.values(node)) if (typeof child === 'object') visit(child, meet);
  }
}

/** `window.a.b` and `(a.b = a.b || [])` as `"a.b"`. */
function pathOf(node: Node | undefined): string {
  if (!node) return '';
  if (node.type === 'Identifier') return node.name ?? '';
  if (node.type === 'AssignmentExpression') return pathOf(node.left);
  if (node.type === 'LogicalExpression') return pathOf(node.left);
  if (node.type !== 'MemberExpression') return '';
  const { object, property, computed } = node;
  const name = computed ? `${property?.value ?? ''}` : (property?.name ?? '');
  return `${pathOf(object)}.${name}`.replace(/^(window|globalThis|self)\./, '');
}
