import { describe, expect, it, vi } from 'vitest';
import { createPatcher } from './patch.js';
import type { Realm } from './realm.js';
import { guardReplay } from './replay.js';

const KEPT = 'https://kept.example/x';
const REFUSED = 'https://refused.example/x';

/** A realm with what sends, and what reached the network of it. */
function realm() {
  const sent: unknown[] = [];
  class XMLHttpRequest {
    #url = '';
    open(_: string, url: string) {
      this.#url = url;
    }
    send(body?: unknown) {
      sent.push(['xhr', this.#url, body]);
    }
  }
  class Navigator {
    sendBeacon(url: string, body?: unknown) {
      sent.push(['beacon', url, body]);
      return true;
    }
  }
  const made = {
    XMLHttpRequest,
    Navigator,
    fetch: async (url: string) => {
      sent.push(['fetch', url]);
      return 'answer';
    },
  };
  const waiting: (() => void)[] = [];
  const patcher = createPatcher();
  patcher.activate(true);
  // As the guard before it does: what is withheld goes to an address that nobody answers.
  for (const [owner, name, place] of [
    [made, 'fetch', 0],
    [Navigator.prototype, 'sendBeacon', 0],
    [XMLHttpRequest.prototype, 'open', 1],
  ] as const)
    patcher.patch(owner, name, (args) => {
      if (/kept|refused/.test(`${args[place]}`)) args[place] = 'dead';
    });
  guardReplay(made as unknown as Realm, () => false, patcher.patch, patcher.natives, {
    ownerOf: (url) => /kept|refused/.exec(`${url}`)?.[0],
    vendors: [{ id: 'kept', held: 'replay' }, { id: 'refused' }],
    whenAllowed: (id, run) => {
      expect(id).toBe('kept');
      waiting.push(run);
      return () => {};
    },
  });
  const grant = () => {
    for (const run of waiting.splice(0)) run();
  };
  return { made, sent, grant };
}

describe('a request that is to be replayed', () => {
  it('by fetch is sent once when its vendor is allowed, and answers whoever waits', async () => {
    const { made, sent, grant } = realm();
    const answered = vi.fn();
    made.fetch(KEPT).then(answered);
    await Promise.resolve();
    expect(sent).toEqual([]);
    grant();
    grant();
    await vi.waitFor(() => expect(answered).toHaveBeenCalledWith('answer'));
    expect(sent).toEqual([['fetch', KEPT]]);
  });

  it('by XMLHttpRequest is opened at once and sent once', () => {
    const { made, sent, grant } = realm();
    const request = new made.XMLHttpRequest();
    request.open('POST', KEPT);
    request.send('body');
    expect(sent).toEqual([]);
    grant();
    grant();
    expect(sent).toEqual([['xhr', KEPT, 'body']]);
  });

  it('by a beacon is taken, and sent once', () => {
    const { made, sent, grant } = realm();
    expect(new made.Navigator().sendBeacon(KEPT, 'body')).toBe(true);
    expect(sent).toEqual([['beacon', 'dead', 'body']]);
    grant();
    expect(sent.slice(1)).toEqual([['beacon', KEPT, 'body']]);
  });

  it('is refused where the vendor does not ask for it, and nobody else is touched', async () => {
    const { made, sent, grant } = realm();
    await made.fetch(REFUSED);
    await made.fetch('/own');
    const request = new made.XMLHttpRequest();
    request.open('GET', '/own');
    request.send();
    grant();
    expect(sent).toEqual([
      ['fetch', 'dead'],
      ['fetch', '/own'],
      ['xhr', '/own', undefined],
    ]);
  });
});
