// What no guard can do without: the functions that Consentry's guard replaces on this very page, each replaced by one that
// does nothing but call the native one. Found by watching the boot, so that the two cannot drift apart.
import { ask, untilBanner, withVisitor } from './visit.mjs';

/** Runs before the page's first script: remembers whose properties are defined anew. */
function watch() {
  const { defineProperty } = Object;
  window.defined = [];
  Object.defineProperty = (owner, name, slot) => {
    window.defined.push([owner, name]);
    return defineProperty(owner, name, slot);
  };
}

/** Runs after the boot: the same as source text, an expression for the owner and the names of its properties. */
function nameAll() {
  const paths = new Map([[window, 'window']]);
  for (const name of Object.getOwnPropertyNames(window)) {
    const owner = typeof window[name] === 'function' ? window[name] : undefined;
    if (owner && !paths.has(owner)) paths.set(owner, name);
    if (owner?.prototype && !paths.has(owner.prototype)) paths.set(owner.prototype, `${name}.prototype`);
  }
  const names = new Map();
  for (const [owner, name] of window.defined) {
    const path = paths.get(owner);
    if (path) names.set(path, [...(names.get(path) ?? []), name]);
  }
  return [...names];
}

/** The script that does as little, as a build would begin it. */
export async function leastScript(bench) {
  const found = await withVisitor(bench, 'consentry', {}, async (page, devtools) => {
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})()` });
    await page.goto(bench.site.url('consentry', 0));
    await untilBanner(devtools);
    return ask(devtools, `(${nameAll})()`);
  });
  const count = found.reduce((sum, [, names]) => sum + names.length, 0);
  if (count < 50)
    throw new Error(`Only ${count} functions were seen to be replaced: ${JSON.stringify(found)}`);
  const owners = found.map(([path, names]) => `[${path}, ${JSON.stringify(names)}]`);
  return `//# allFunctionsCalledOnLoad
(() => {
  const through = { apply: (native, self, args) => Reflect.apply(native, self, args) };
  void document.cookie;
  void document.currentScript;
  new MutationObserver(() => {}).observe(document, { childList: true, subtree: true });
  for (const [owner, names] of [${owners.join(', ')}])
    for (const name of names) {
      const slot = Object.getOwnPropertyDescriptor(owner, name);
      const kind = slot.set ? 'set' : slot.get ? 'get' : 'value';
      slot[kind] = new Proxy(slot[kind], through);
      Object.defineProperty(owner, name, slot);
    }
})();
`;
}
