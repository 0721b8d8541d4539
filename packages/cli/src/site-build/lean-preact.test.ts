import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';
import { rollup } from 'rollup';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.js';
import { leanPreact } from './lean-preact.js';

interface Preact {
  h(type: unknown, props: object | null, ...children: unknown[]): unknown;
  render(view: unknown, parent: unknown): void;
}

const page = new Window();
const { document } = page;
let script = '';
let preact: Preact;

beforeAll(async () => {
  script = await bundle(`import { h, render } from 'preact';\nglobalThis.taken = { h, render };`);
  const context: { document: unknown; taken?: Preact } = { document };
  runInNewContext(script, context);
  if (!context.taken) throw new Error('The bundle has not run.');
  preact = context.taken;
}, 60_000);

describe('the Preact of builds', () => {
  const place = () => {
    const element = document.createElement('div');
    document.body.append(element);
    return element;
  };
  afterEach(() => document.body.replaceChildren());

  it('draws elements, lists, components and texts, and no text is ever markup', () => {
    const { h, render } = preact;
    const Name = ({ of }: { of: string }) => h('strong', { class: 'name' }, of);
    const parent = place();
    render(
      [h('h2', { lang: 'en' }, 'Title'), h('p', null, 'By ', h(Name, { of: '<b>&' }), false, null)],
      parent,
    );
    expect(parent.innerHTML).toBe(
      '<h2 lang="en">Title</h2><p>By <strong class="name">&lt;b&gt;&amp;</strong></p>',
    );
  });

  it('changes what has changed, keeps the elements of the rest, and takes away what is no more', () => {
    const { h, render } = preact;
    const parent = place();
    const list = (...names: string[]) =>
      render(
        h(
          'ul',
          null,
          names.map((name) => h('li', { key: name, title: name }, name)),
        ),
        parent,
      );
    list('a', 'b', 'c');
    const [a, , c] = parent.querySelectorAll('li');
    list('c', 'd', 'a');
    expect([...parent.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['c', 'd', 'a']);
    expect(parent.querySelectorAll('li')[0]).toBe(c);
    expect(parent.querySelectorAll('li')[2]).toBe(a);
    render('', parent);
    expect(parent.querySelector('ul')).toBeNull();
  });

  it('sets states as well as attributes, and hears with the latest listener only', () => {
    const { h, render } = preact;
    const parent = place();
    const heard: string[] = [];
    const draw = (name: string, checked: boolean) =>
      render(
        h('input', { type: 'checkbox', checked, 'aria-checked': checked, onClick: () => heard.push(name) }),
        parent,
      );
    draw('first', false);
    const input = parent.querySelector('input');
    expect(input?.checked).toBe(false);
    draw('second', true);
    expect([input?.checked, input?.getAttribute('aria-checked')]).toEqual([true, 'true']);
    input?.click();
    expect(heard).toEqual(['second']);
    draw('third', false);
    expect([input?.checked, input?.getAttribute('aria-checked')]).toEqual([false, 'false']);
    expect(parent.querySelector('input')).toBe(input);
  });

  it("takes over what stands there already, as the page's own HTML has it", () => {
    const { h, render } = preact;
    const parent = place();
    parent.innerHTML = '<h2>Title</h2><button name="deny">Deny</button>';
    const [title, button] = parent.children;
    let pressed = 0;
    render([h('h2', null, 'Title'), h('button', { name: 'deny', onClick: () => pressed++ }, 'Deny')], parent);
    expect([...parent.children]).toEqual([title, button]);
    (button as unknown as { click(): void }).click();
    expect(pressed).toBe(1);
  });

  it('throws what a component throws, and does not swallow it', () => {
    const { h, render } = preact;
    const Broken = () => {
      throw new Error('broken');
    };
    expect(() => render(h(Broken, null), place())).toThrow('broken');
  });

  it('has no way to make markup out of a text', () => {
    expect(script).not.toMatch(/innerHTML|dangerouslySetInnerHTML/);
    const { h, render } = preact;
    const parent = place();
    render(h('p', { dangerouslySetInnerHTML: { __html: '<img src=x>' } }, 'kept'), parent);
    expect(parent.querySelector('img')).toBeNull();
  });
});

describe('another Preact', () => {
  const preactFolder = dirname(dirname(fileURLToPath(import.meta.resolve('preact'))));

  /** Bundles with a copy of Preact whose source was changed. */
  async function buildWith(file: string, change: (source: string) => string) {
    const folder = await mkdtemp(join(tmpdir(), 'consentry-preact-'));
    try {
      await cp(preactFolder, folder, { recursive: true });
      const path = join(folder, 'src', file);
      const source = await readFile(path, 'utf8');
      await writeFile(path, change(source));
      const built = await rollup({
        input: 'entry',
        onwarn: () => {},
        plugins: [
          leanPreact(),
          {
            name: 'entry',
            resolveId: (id) =>
              id === 'entry' ? id : id === 'preact' ? join(folder, 'dist/preact.module.js') : null,
            load: (id) => (id === 'entry' ? `export { h, render } from 'preact';` : null),
          },
        ],
      });
      await built.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  it('is built as long as everything that is left out of it is where it was', async () => {
    await expect(buildWith('diff/index.js', (source) => `${source}\n// newer`)).resolves.toBeUndefined();
  });

  it('fails the build, and says what it lacks, when a passage is no longer there', async () => {
    const changed = buildWith('diff/index.js', (source) => source.replace('if (newHtml)', 'if (newMarkup)'));
    await expect(changed).rejects.toThrow(
      'lean-preact: this Preact has no markup out of texts where they were (/if \\(newHtml\\)/).',
    );
  });
});
