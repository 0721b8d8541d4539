import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAnswer, takeAnswer } from './kept-answer.js';

const ASKED = 'what was on screen';
beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: 1_795_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an answer that nothing could take on its page', () => {
  it.each([
    { act: 'deny' as const, ids: undefined, language: 'ja' },
    { act: 'grant' as const, ids: ['analytics'], language: undefined },
  ])('is there on the next one, once', (answer) => {
    keepAnswer(ASKED, answer);
    expect(takeAnswer(ASKED)).toEqual(answer);
    expect(takeAnswer(ASKED)).toBeUndefined();
  });

  it('is not there once it was taken', () => {
    keepAnswer(ASKED, { act: 'grant' });
    keepAnswer(ASKED);
    expect(takeAnswer(ASKED)).toBeUndefined();
  });

  it('is not one to another question', () => {
    keepAnswer(ASKED, { act: 'grant' });
    expect(takeAnswer('something else')).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it.each([60_000, -1])('is none any more after %s ms', (ms) => {
    keepAnswer(ASKED, { act: 'grant' });
    vi.setSystemTime(Date.now() + ms);
    expect(takeAnswer(ASKED)).toBeUndefined();
  });

  it.each([
    'no JSON',
    'null',
    '[]',
    '{"act":"grant"}',
    `{"act":"allow","asked":"${ASKED}","at":1795000000000}`,
    `{"act":"grant","ids":7,"asked":"${ASKED}","at":1795000000000}`,
    `{"act":"grant","asked":"${ASKED}","at":"soon"}`,
    `{"act":"__proto__","asked":"${ASKED}","at":1795000000000}`,
  ])('is none when somebody else has written %s', (text) => {
    sessionStorage.setItem('consentry-answer', text);
    expect(takeAnswer(ASKED)).toBeUndefined();
  });

  it('is lost where storage is refused, and throws nothing', () => {
    vi.stubGlobal('sessionStorage', {
      setItem() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    keepAnswer(ASKED, { act: 'grant' });
    expect(takeAnswer(ASKED)).toBeUndefined();
  });
});
