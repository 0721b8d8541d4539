import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReleaseLine } from './release-line.js';

const elements = (...ids: string[]) => ids.map((id) => Object.assign(document.createElement('p'), { id }));
afterEach(() => vi.restoreAllMocks());

describe('the line of what is to be released', () => {
  it('handles everything in the order in which it came, at once when there is little', () => {
    const seen: string[] = [];
    const line = createReleaseLine(({ id }) => seen.push(id));
    line.add(elements('a', 'b'));
    line.add(elements('c'));
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('keeps the place of what is in it already', async () => {
    const [a, b, c] = elements('a', 'b', 'c') as unknown as [Element, Element, Element];
    const seen: string[] = [];
    const line = createReleaseLine((element) => {
      seen.push(element.id);
      if (element === a && seen.length === 1) {
        line.add([c]);
        line.add([b, a]);
      }
    });
    line.add([a, b]);
    expect(seen).toEqual(['a', 'b', 'c', 'a']);
  });

  it('gives the page its turn when the work takes long, and goes on in order', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const seen: string[] = [];
    const line = createReleaseLine(({ id }) => {
      seen.push(id);
      now += 6;
    });
    line.add(elements('a', 'b', 'c', 'd', 'e'));
    expect(seen).toEqual(['a', 'b']);
    line.add(elements('f'));
    expect(seen).toEqual(['a', 'b']);
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b', 'c', 'd', 'e', 'f']));
  });
});
