import { describe, expect, it } from 'vitest';
import { globalsignNotice, omakaseNotice } from '../../../../test/support/notices.js';
import { diffNotice } from './diff-notice.js';
import { noticeFacts } from './notice-facts.js';

const material = { announced: 'posting', reconsent: 'material' };
/** What OMAKASE's visitors are told, with changes of document, vendors and version. */
function told(document: object = {}, vendors: object = {}, version = 1) {
  const source = omakaseNotice({ changes: material, ...document });
  const config = {
    ...source.config,
    notice: { version },
    vendors: { ...source.config.vendors, ...vendors },
  };
  return noticeFacts(config as never, source.document, {});
}
const found = (diff: ReturnType<typeof diffNotice>) =>
  diff.changes.map(({ path, kind, weight }) => `${weight} ${kind} ${path}`);
const analytics = omakaseNotice().config.vendors['google-analytics'] as object;

describe('two versions of a notice', () => {
  it('that tell the same need nobody to be asked', () => {
    expect(diffNotice(told(), told())).toEqual({
      ...{ changes: [], reconsent: 'material', asksAgain: false, raiseVersion: false },
    });
  });

  it('differ materially when somebody else receives something, and the version has to be raised', () => {
    const vendors = { 'google-analytics': { ...analytics, provider: 'Somebody Else Ltd' } };
    const diff = diffNotice(told(), told({}, vendors));
    expect(found(diff)).toEqual(['material changed tools.google-analytics.provider']);
    expect(diff).toMatchObject({ asksAgain: true, raiseVersion: true });
    // Nothing is left to do once it is raised.
    expect(diffNotice(told(), told({}, vendors, 2))).toMatchObject({ asksAgain: true, raiseVersion: false });
  });

  it('differ materially by a new vendor, and not by one that has gone', () => {
    const off = { 'google-analytics': { ...analytics, enabled: false } };
    const added = diffNotice(told({}, off), told());
    expect(found(added)).toEqual(['material added tools.google-analytics']);
    expect(added.asksAgain).toBe(true);
    const removed = diffNotice(told(), told({}, off));
    expect(found(removed)).toEqual(['editorial removed tools.google-analytics']);
    expect(removed.asksAgain).toBe(false);
  });

  it('differ in wording only where the history of the newer one says so, and only in wording', () => {
    const { purposes } = omakaseNotice().document;
    const reworded = { ...purposes, provide: { label: { ja: '提供', en: 'Giving you the service' } } };
    const entry = { version: '2', on: '2026-11-22', summary: 'Clearer words' };
    const as = (kind: string, of: object) =>
      diffNotice(
        told({ purposes: { ...purposes, provide: { label: { ja: '提供', en: 'Providing' } } } }),
        told({ purposes: of, version: '2', history: [{ ...entry, kind }] }),
      );
    expect(as('material', reworded).asksAgain).toBe(true);
    expect(as('editorial', reworded).asksAgain).toBe(false);
    // A new purpose is no wording, whatever its author says.
    const more = { ...reworded, sale: { label: { ja: '販売', en: 'Selling your data' } } };
    expect(as('editorial', more).asksAgain).toBe(true);
  });

  it('are no different when entries change their places', () => {
    const source = omakaseNotice();
    const reversed = { ...told(), tools: [...told().tools].reverse() };
    expect(diffNotice(told(), reversed).changes).toEqual([]);
    const { recipients } = source.document;
    const items = [...(recipients?.items ?? [])].reverse();
    expect(diffNotice(told(), told({ recipients: { ...recipients, items } })).changes).toEqual([]);
  });

  it('ask by the promise of the older one: never, after what is material, always', () => {
    const changed = (reconsent: string, contact: object) =>
      diffNotice(
        told({ changes: { announced: 'posting', reconsent } }),
        told({ changes: { announced: 'posting', reconsent }, ...contact }),
      ).asksAgain;
    const desk = { contacts: [{ email: 'new@omakase.example' }] };
    const recipient = { recipients: { kind: 'none' } };
    expect([changed('never', desk), changed('material', desk), changed('always', desk)]).toEqual([
      false,
      false,
      true,
    ]);
    expect([changed('never', recipient), changed('material', recipient)]).toEqual([false, true]);
    // Promising less from now on does not undo what was promised.
    const broken = diffNotice(
      told({ changes: { announced: 'posting', reconsent: 'always' } }),
      told({ changes: { announced: 'none', reconsent: 'never' } }),
    );
    expect(broken).toMatchObject({ reconsent: 'always', asksAgain: true });
  });

  it('say a country that is new, and a desk that has moved, by its place', () => {
    const { recipients } = globalsignNotice().document;
    const items = structuredClone(recipients?.items ?? []);
    const sift = items.find(({ id }) => id === 'sift');
    if (sift?.transfer?.countries?.[0]) sift.transfer.countries[0] = { country: 'IN' };
    const of = (changes: object) => {
      const { config, document } = globalsignNotice(changes);
      return noticeFacts(config, document, {});
    };
    expect(found(diffNotice(of({}), of({ recipients: { ...recipients, items } })))).toEqual([
      'material removed document.recipients.items.sift.transfer.countries.US',
      'material added document.recipients.items.sift.transfer.countries.IN',
    ]);
  });
});
