import type { DriftKind, ReceiptStore, Sighting } from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreUnderTest } from './receipt-store-suite.js';

const sighting = (host: string, at = '2026-11-22T07:00:00.000Z', kind: DriftKind = 'unlisted'): Sighting => ({
  ...{ site: 'tea', host, kind, at },
});

/** The rules of every store's sightings. */
export function describeSightings({ name, open, clean }: StoreUnderTest): void {
  describe(`sightings: ${name}`, () => {
    let store: ReceiptStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
      await clean();
    });
    const add = (sightings: Sighting[], since = '2026-01-01', mostHosts = 200) =>
      store.sightings.add({ sightings, since, mostHosts });
    const hosts = async () => (await store.sightings.list()).map(({ host }) => host);

    it('counts a host by kind and day, from its first time to its last, whichever came first', async () => {
      await add([sighting('a.example', '2026-11-22T09:00:00.000Z'), sighting('a.example')]);
      await add([
        sighting('a.example', '2026-11-22T08:00:00.000Z'),
        sighting('a.example', '2026-11-23T08:00:00.000Z', 'withheld'),
      ]);
      const day = { site: 'tea', host: 'a.example' };
      expect(await store.sightings.list()).toEqual([
        {
          ...{ ...day, kind: 'unlisted', day: '2026-11-22', count: 3 },
          ...{ firstAt: '2026-11-22T07:00:00.000Z', lastAt: '2026-11-22T09:00:00.000Z' },
        },
        {
          ...{ ...day, kind: 'withheld', day: '2026-11-23', count: 1 },
          ...{ firstAt: '2026-11-23T08:00:00.000Z', lastAt: '2026-11-23T08:00:00.000Z' },
        },
      ]);
    });

    it('deletes days before the first that is kept', async () => {
      await add([sighting('old.example', '2026-08-01T07:00:00.000Z')]);
      await add([sighting('new.example')], '2026-08-01');
      expect(await hosts()).toEqual(['new.example', 'old.example']);
      await add([sighting('new.example')], '2026-08-02');
      expect(await hosts()).toEqual(['new.example']);
    });

    it('lets made-up hosts crowd out each other, and not what pages see every day', async () => {
      await add([sighting('real.example'), sighting('real.example')]);
      for (let i = 0; i < 5; i++)
        await add([sighting(`made-up-${i}.example`, `2026-11-22T08:00:0${i}.000Z`)], '2026-01-01', 3);
      expect(await hosts()).toEqual(['made-up-3.example', 'made-up-4.example', 'real.example']);
    });

    it('keeps the hosts of one site apart from those of another', async () => {
      await add([sighting('a.example'), { ...sighting('a.example'), site: 'coffee' }]);
      await add([sighting('b.example'), sighting('b.example')], '2026-01-01', 1);
      expect((await store.sightings.list()).map(({ site, host }) => `${site} ${host}`)).toEqual([
        'coffee a.example',
        'tea b.example',
      ]);
    });

    it('counts all of many that come at once', async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, i) => add([sighting(`h${i % 5}.example`), sighting('all.example')])),
      );
      const counts = (await store.sightings.list()).map(({ count }) => count);
      expect(counts).toEqual([50, 10, 10, 10, 10, 10]);
    });
  });
}
