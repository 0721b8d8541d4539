import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnfinished } from './script-queue.js';

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
