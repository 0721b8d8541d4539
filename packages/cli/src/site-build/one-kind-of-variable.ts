import type { OutputPlugin } from 'rollup';

type Tree = { readonly type: string; readonly kind?: string; readonly start: number };

/**
 * Makes every `const` a `let`, which the compiler has held to be the same: minifying then joins declarations that it would
 * have kept apart, and the text repeats itself more.
 */
export const oneKindOfVariable: OutputPlugin = {
  name: 'one-kind-of-variable',
  renderChunk(code) {
    const starts: number[] = [];
    const walk = (node: unknown) => {
      if (typeof node !== 'object' || node === null) return;
      const { type, kind, start } = node as Tree;
      if (type === 'VariableDeclaration' && kind === 'const') starts.push(start);
      for (const child of Object.values(node)) walk(child);
    };
    walk(this.parse(code));
    const pieces = [0, ...starts].map((start, i) => {
      const text = code.slice(start, starts[i]);
      return i === 0 ? text : text.replace('const', 'let');
    });
    return { code: pieces.join(''), map: null };
  },
};
