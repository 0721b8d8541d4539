import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileLoader, fileName, type HandOver } from './file-loader.js';
import type { PageHost } from './parts.js';

const BASE = 'https://shop.example.com/static/consentry.js';
const hashOf = (content: string) => createHash('sha256').update(content).digest('base64');
const files = { banner: hashOf('banner'), release: hashOf('release') };
const createElement = document.createElement.bind(document);

beforeEach(() => {
  // happy-dom would answer at once; here the test says when a file has come.
  vi.spyOn(document, 'createElement').mockImplementation((name: string) =>
    Object.assign(createElement(name), { type: 'text/test' }),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.replaceChildren(document.head, document.body);
});

type Waiting = HTMLScriptElement & { consentry: HandOver };
const scripts = () => [...document.querySelectorAll('script')] as Waiting[];

function loader() {
  const policy = { createScriptURL: (url: string) => `${url}` };
  const host = { base: BASE, nonce: 'n0nce', policy, shared: {}, files } as unknown as PageHost;
  return { load: createFileLoader(() => host), host };
}
/** The file has come: it runs, then the browser says so. */
function arrive(script: Waiting | undefined, part: unknown) {
  script?.consentry.deliver(() => part);
  script?.dispatchEvent(new Event('load'));
}

describe('the name of a file', () => {
  it('carries its hash, so that other contents are never found under it', () => {
    expect(fileName('banner', hashOf('one'))).not.toBe(fileName('banner', hashOf('two')));
    expect(fileName('banner', 'abcdefghijklm=')).toBe('consentry-banner.abcdefghi.js');
  });

  it('has no sign in it that an address would escape', () => {
    expect(fileName('release', '+/=+/=abcdef')).toBe('consentry-release.abc.js');
    for (let i = 0; i < 50; i++) expect(fileName('release', hashOf(`${i}`))).toMatch(/^[\w.-]+$/);
  });
});

describe('the file loader', () => {
  it('asks for a file beside the script, with its integrity', () => {
    const { load } = loader();
    load('banner');
    load('release');
    expect(scripts().map(({ src }) => src)).toEqual([
      `https://shop.example.com/static/${fileName('banner', files.banner)}`,
      `https://shop.example.com/static/${fileName('release', files.release)}`,
    ]);
    for (const [i, script] of scripts().entries()) {
      expect(script.integrity).toBe(`sha256-${Object.values(files)[i]}`);
      expect(script.nonce).toBe('n0nce');
      expect(script.crossOrigin).toBe('anonymous');
    }
  });

  it('resolves with what the file brings, started on this page, and takes its element out of the page', async () => {
    const { load, host } = loader();
    const part = { show() {} };
    const loaded = load('banner');
    const [script] = scripts();
    expect(script?.consentry.shared).toBe(host.shared);
    arrive(script, part);
    expect(await loaded).toBe(part);
    expect(scripts()).toEqual([]);
  });

  it('asks for a file once, however often it is wanted', async () => {
    const { load } = loader();
    const first = load('banner');
    const second = load('banner');
    expect(scripts()).toHaveLength(1);
    arrive(scripts()[0], 'part');
    expect([await first, await second, await load('banner')]).toEqual(['part', 'part', 'part']);
    expect(scripts()).toEqual([]);
  });

  it('rejects when the file does not come or is not what was built, and tries again when asked again', async () => {
    const { load } = loader();
    const failed = load('banner');
    scripts()[0]?.dispatchEvent(new Event('error'));
    await expect(failed).rejects.toThrow(`${fileName('banner', files.banner)} did not load.`);
    expect(scripts()).toEqual([]);
    const again = load('banner');
    arrive(scripts()[0], 'part');
    expect(await again).toBe('part');
  });

  it('keeps the failure of one file from the others', async () => {
    const { load } = loader();
    const ask = load('banner');
    const release = load('release');
    const [first, second] = scripts();
    first?.dispatchEvent(new Event('error'));
    arrive(second, 'releases');
    await expect(ask).rejects.toThrow();
    expect(await release).toBe('releases');
  });
});
