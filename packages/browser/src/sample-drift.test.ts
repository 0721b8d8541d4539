import { describe, expect, it } from 'vitest';
import { sampleDrift } from './sample-drift.js';

/** A page view, told when its load event and its idle time come. */
function visit({ hostname = 'shop.example', readyState = 'interactive', sample = 0.01, chance = 0.5 } = {}) {
  const loaded: string[] = [];
  const waiting: Record<string, () => void> = {};
  const window = {
    location: { hostname },
    document: { readyState },
    addEventListener: (name: string, run: () => void) => {
      waiting[name] = run;
    },
    requestIdleCallback: (run: () => void) => {
      waiting.idle = run;
    },
  };
  const load = async (name: string) => {
    loaded.push(name);
    throw new Error('it does not arrive');
  };
  sampleDrift({ load }, sample, { window: window as never, random: () => chance });
  return { loaded, waiting };
}

describe('sampleDrift', () => {
  it('loads nothing for a page view that chance does not pick', () => {
    const { loaded, waiting } = visit({ chance: 0.01 });
    expect(waiting).toEqual({});
    expect(loaded).toEqual([]);
  });

  it('loads what looks for drift once the page has loaded and is idle, and not before', async () => {
    const { loaded, waiting } = visit({ chance: 0.0099 });
    expect(Object.keys(waiting)).toEqual(['load']);
    waiting.load?.();
    expect(loaded).toEqual([]);
    waiting.idle?.();
    expect(loaded).toEqual(['drift']);
    // And nobody hears of it if that does not arrive: an unhandled rejection would fail this test.
    await new Promise((resolve) => setTimeout(resolve));
  });

  it.each(['localhost', 'shop.localhost', '127.0.0.1', '[::1]'])(
    'looks at every page view on %s',
    (hostname) => {
      const { waiting } = visit({ hostname, sample: 0, readyState: 'complete' });
      expect(Object.keys(waiting)).toEqual(['idle']);
    },
  );

  it.each(['localhost.example', 'notlocalhost', '127.example.com', '1.127.0.0.1'])(
    'takes %s for no page of a developer',
    (hostname) => {
      expect(visit({ hostname, sample: 0 }).waiting).toEqual({});
    },
  );
});
