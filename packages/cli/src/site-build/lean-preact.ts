import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';

/**
 * What the widget never asks of Preact, as the passages of its source that builds leave out (docs/decisions/0022). Each
 * must be found, so that another version of Preact fails the build instead of breaking a page.
 */
const CUTS: readonly (readonly [what: string, passage: RegExp, left: string])[] = [
  ['hooks of devtools and libraries', /options\.(?!_catchError)\w+/g, 'undefined'],
  ['error boundaries', /options\._catchError\(([^,)]*)[^)]*\)/g, '(() => { throw $1; })()'],
  ['classes', /const isClassComponent = .*;/, 'const isClassComponent = false;'],
  ['contexts', /newType\.contextType/g, 'undefined'],
  [
    'life cycles',
    /c\.(getChildContext|shouldComponentUpdate|componentWillUpdate|componentDidUpdate)/g,
    'undefined',
  ],
  ['JSON instead of nodes', /newVNode\.constructor !== UNDEFINED/, 'false'],
  ['suspense', /(oldVNode|newVNode)\._flags & MODE_SUSPENDED/g, 'false'],
  ['state', /while \(c\._dirty && \+\+count < 25\)/, 'while (false)'],
  ['state', /BaseComponent\.prototype\.\w+ = [\s\S]*?\n(?=\/\*\*|export|$)/g, ''],
  ['state', /if \(c\._renderCallbacks\.length\) \{\s*commitQueue\.push\(c\);\s*\}/g, ''],
  ['state', /EMPTY_ARR\.push\.apply\(c\._renderCallbacks, c\._stateCallbacks\);/g, ''],
  ['default props', /if \(typeof type == 'function' && type\.defaultProps != NULL\)/, 'if (false)'],
  [
    'hydration',
    /let isHydrating = typeof replaceNode == 'function';/,
    'let isHydrating = false; replaceNode = undefined;',
  ],
  ['hydration', /!isHydrating/g, 'true'],
  [
    'other namespaces',
    /document\.createElementNS\(\s*namespace,\s*nodeType,\s*newProps\.is && newProps\s*\)/,
    'document.createElement(nodeType)',
  ],
  ['other namespaces', /if \(nodeType == 'svg'\)[\s\S]*?namespace = XHTML_NAMESPACE;/, ''],
  ['other namespaces', /namespace == SVG_NAMESPACE/, 'false'],
  ['other namespaces', /nodeType == 'foreignObject'/, 'false'],
  ['templates', /newVNode\.type == 'template'/, 'false'],
  ['style attributes', /name == 'style'/, 'false'],
  ['markup out of texts', /i == 'dangerouslySetInnerHTML'/g, 'false'],
  ['markup out of texts', /if \(newHtml\)/, 'if (false)'],
  ['markup out of texts', /if \(oldHtml\) dom\.innerHTML = '';/, ''],
  ['other fields', /nodeType == 'textarea'( && newProps\.defaultValue != NULL)?/g, 'false'],
  ['other fields', /nodeType == '(progress|option)'/g, 'false'],
  ['other fields', /'default(Value|Checked)' in newProps/g, 'false'],
  ['whole documents', /parentDom == document/, 'false'],
  ['references', /childVNode\.ref && oldVNode\.ref != childVNode\.ref/, 'false'],
  ['references', /\(r = vnode\.ref\)/, 'false'],
  ['references', /for \(let i = 0; i < refQueue\.length[^}]*\}/, ''],
  [
    'capturing listeners',
    /useCapture = name != \(name = name\.replace\(CAPTURE_REGEX, '\$1'\)\);/,
    'useCapture = false;',
  ],
  ['capturing listeners', /useCapture \? eventProxyCapture : eventProxy/g, 'eventProxy'],
  ['capturing listeners', /name == 'onFocusOut' \|\| name == 'onFocusIn'/, 'false'],
];

const ENTRY = '\0lean-preact';

/** Preact's own sources with what the widget uses of them: `h` and `render`. */
export function leanPreact(): Plugin {
  const missed = new Set(CUTS);
  let source = '';
  return {
    name: 'lean-preact',
    async resolveId(id, importer) {
      if (id === 'preact') {
        const found = await this.resolve(id, importer, { skipSelf: true });
        if (!found || found.external) return found;
        source = join(dirname(found.id), '../src');
        return ENTRY;
      }
      // Its modules name each other without an ending.
      return importer?.startsWith(source) && source && id.startsWith('.')
        ? `${join(dirname(importer), id)}.js`
        : null;
    },
    async load(id) {
      if (id === ENTRY) {
        return [
          `export { createElement as h } from ${JSON.stringify(join(source, 'create-element.js'))};`,
          `export { render } from ${JSON.stringify(join(source, 'render.js'))};`,
        ].join('\n');
      }
      if (!source || !id.startsWith(source)) return null;
      let text = await readFile(id, 'utf8');
      for (const cut of CUTS) {
        const [, passage, left] = cut;
        const without = text.replace(passage, left);
        if (without !== text) missed.delete(cut);
        text = without;
      }
      return ownFields(text);
    },
    buildEnd(error) {
      if (error || !source || missed.size === 0) return;
      const [[what, passage] = []] = missed;
      throw new Error(`lean-preact: this Preact has no ${what} where they were (${passage}).`);
    },
  };
}

/** Preact's own fields under names that builds shorten: what else begins with an underscore may be a vendor's. */
function ownFields(text: string): string {
  return text.replace(/(?<=\.)_[a-z]\w+|\b_[a-z]\w+(?=:)/gi, (name) => `__preact${name}`);
}
