import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createFileLoader, fileName, type HandOver, type LazyFile } from './file-loader.js';

const BASE = 'https://shop.example.com/static/consentry.js';
const fileOf = (name: string, content = name): LazyFile => [
  name,
  createHash('sha256').update(content).digest('base64'),
];
const ASK = fileOf('ask.en');
const RELEASE = fileOf('release');

afterEach(() => document.documentElement.replaceChildren(document.head, document.body));

type Waiting = HTMLScriptElement & { consentry: HandOver };
const scripts = () => [...document.querySelectorAll('script')] as Waiting[];

function loader() {
  const shared = {};
  const load = createFileLoader(BASE, shared, (src) => {
    const script = document.createElement('script');
    // happy-dom would answer at once; here the test says when a file has come.
    script.type = 'text/test';
    script.src = src;
    return script;
  });
  return { load, shared };
}
/** The file has come: it runs, then the browser says so. */
function arrive(script: Waiting | undefined, part: unknown) {
  script?.consentry.deliver(part);
  script?.dispatchEvent(new Event('load'));
}

describe('the name of a file', () => {
  it('carries its hash, so that other contents are never found under it', () => {
    expect(fileName(fileOf('ask.en', 'one'))).not.toBe(fileName(fileOf('ask.en', 'two')));
    expect(fileName(['ask.en', 'abcdefghijklm='])).toBe('consentry-ask.en.abcdefghi.js');
  });

  it('has no sign in it that an address would escape', () => {
    expect(fileName(['release', '+/=+/=abcdef'])).toBe('consentry-release.abc.js');
    for (let i = 0; i < 50; i++) expect(fileName(fileOf('release', `${i}`))).toMatch(/^[\w.-]+$/);
  });
});

describe('the file loader', () => {
  it('asks for a file beside the script, with its integrity, in order with the others', () => {
    const { load } = loader();
    load(ASK);
    load(RELEASE);
    expect(scripts().map(({ src }) => src)).toEqual([
      `https://shop.example.com/static/${fileName(ASK)}`,
      `https://shop.example.com/static/${fileName(RELEASE)}`,
    ]);
    for (const [i, script] of scripts().entries()) {
      expect(script.integrity).toBe(`sha256-${[ASK, RELEASE][i]?.[1]}`);
      expect(script.crossOrigin).toBe('anonymous');
      expect(script.async).toBe(false);
    }
  });

  it('resolves with what the file delivers, and takes its element out of the page', async () => {
    const { load, shared } = loader();
    const part = { show() {} };
    const loaded = load(ASK);
    const [script] = scripts();
    expect(script?.consentry.shared).toBe(shared);
    arrive(script, part);
    expect(await loaded).toBe(part);
    expect(scripts()).toEqual([]);
  });

  it('asks for a file once, however often it is wanted', async () => {
    const { load } = loader();
    const first = load(ASK);
    const second = load(ASK);
    expect(scripts()).toHaveLength(1);
    arrive(scripts()[0], 'part');
    expect([await first, await second, await load(ASK)]).toEqual(['part', 'part', 'part']);
    expect(scripts()).toEqual([]);
  });

  it('rejects when the file does not come or is not what was built, and tries again when asked again', async () => {
    const { load } = loader();
    const failed = load(ASK);
    scripts()[0]?.dispatchEvent(new Event('error'));
    await expect(failed).rejects.toThrow(`${fileName(ASK)} did not load.`);
    expect(scripts()).toEqual([]);
    const again = load(ASK);
    arrive(scripts()[0], 'part');
    expect(await again).toBe('part');
  });

  it('keeps the failure of one file from the others', async () => {
    const { load } = loader();
    const ask = load(ASK);
    const release = load(RELEASE);
    const [first, second] = scripts();
    first?.dispatchEvent(new Event('error'));
    arrive(second, 'releases');
    await expect(ask).rejects.toThrow();
    expect(await release).toBe('releases');
  });
});
