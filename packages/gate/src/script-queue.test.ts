import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScriptQueue, isUnfinished } from './script-queue.js';
import { createScriptPolicy } from './trusted-types.js';

let readyState: DocumentReadyState;
beforeEach(() => {
  readyState = 'loading';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => readyState);
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.head.replaceChildren();
  for (const added of document.querySelectorAll('html > script')) added.remove();
});

function append(parent: Element) {
  const script = document.createElement('script');
  parent.append(script);
  return script;
}

describe('a script that the parser has just made', () => {
  it('may still get its text while nothing follows it, also when a script has put something behind the body', () => {
    const last = append(document.body);
    expect(isUnfinished(last)).toBe(true);
    append(document.documentElement);
    expect(isUnfinished(last)).toBe(true);
  });

  it('has its text when something follows it, or whatever it stands in', () => {
    const main = document.createElement('main');
    document.body.append(main);
    const inner = append(main);
    expect(isUnfinished(inner)).toBe(true);
    append(document.body);
    expect(isUnfinished(inner)).toBe(false);
  });

  it('has its text in a head behind which there is a body, or when the page is there', () => {
    expect(isUnfinished(append(document.head))).toBe(false);
    const last = append(document.body);
    readyState = 'interactive';
    expect(isUnfinished(last)).toBe(false);
  });

  it('is not one that a script has put beside head and body', () => {
    expect(isUnfinished(append(document.documentElement))).toBe(false);
  });
});

describe('a withheld inline script that is let go', () => {
  const filled = new WeakSet<Element>();
  const { release } = createScriptQueue(createScriptPolicy(window), filled);
  const withheld = (attributes = '') => {
    document.body.innerHTML = `<script type="text/plain" data-consentry="analytics" ${attributes}>window.x = 1</script>`;
    return document.querySelector('script') as HTMLScriptElement;
  };

  it('runs itself when a parser has written its text before our eyes, with whatever the page has done to it', () => {
    const script = withheld();
    filled.add(script);
    const put: unknown[] = [];
    const append = vi.spyOn(script, 'append').mockImplementation((...nodes) => {
      put.push(...nodes);
      // By now it is a script to the browser, and not one that runs whenever it likes.
      expect([script.type, script.async]).toEqual(['', false]);
    });
    expect(release(script)).toBe(script);
    // Nothing, which is what makes a browser look at it again.
    expect(put).toEqual(['']);
    expect([script.isConnected, script.text]).toEqual([true, 'window.x = 1']);
    append.mockRestore();
  });

  it('gets back the type it was written with', () => {
    const script = withheld('data-consentry-type="module"');
    filled.add(script);
    release(script);
    expect(script.type).toBe('module');
  });

  it('is replaced by a fresh one when nobody can tell whether it counts as having run, as after being HTML text', () => {
    const script = withheld('id="tag" nonce="abc"');
    const running = release(script);
    expect(running).not.toBe(script);
    expect(script.isConnected).toBe(false);
    expect([running.id, running.type, running.async, running.text]).toEqual([
      'tag',
      '',
      false,
      'window.x = 1',
    ]);
    expect(document.querySelectorAll('script')).toHaveLength(1);
  });
});
