// @vitest-environment happy-dom

import { withEarlyCalls } from '@consentry/adapters/early-calls';
import { linkedinInsight } from '@consentry/adapters/linkedin-insight';
import { metaPixel } from '@consentry/adapters/meta-pixel';
import { mixpanel } from '@consentry/adapters/mixpanel';
import { openFunctions, openMethods } from '@consentry/browser/vendor-queues';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearPage, loadNothing, pageWith } from '../support/page-with-adapters.js';

type Called = ((...args: unknown[]) => void) & Record<string, unknown>;
const page = globalThis as unknown as Record<'fbq' | 'lintrk', Called> & {
  mixpanel: unknown[] & Record<string, Called>;
};
const siteOf = (vendor: string) => ({
  purposes: [{ id: 'asked' }],
  vendors: [{ id: vendor, purposes: ['asked'] }],
});
const lines = (calls: unknown) => (calls as ArrayLike<unknown>[]).map((call) => Array.from(call).join(' '));

beforeEach(loadNothing);
afterEach(() => {
  vi.restoreAllMocks();
  clearPage('fbq', '_fbq', 'lintrk', 'mixpanel');
});

describe('what a page calls between the boot and the file that has the adapters', () => {
  it('waits behind the hold, and the function becomes the one that the vendor makes', () => {
    openFunctions('fbq');
    page.fbq('track', 'Earliest');
    const { stop } = pageWith(siteOf('meta-pixel'), withEarlyCalls(['fbq'], [metaPixel({ pixelId: '1' })]));
    page.fbq('track', 'Early');
    expect(lines(page.fbq.queue)).toEqual(['consent revoke', 'track Earliest', 'track Early']);
    const sent: unknown[][] = [];
    page.fbq.callMethod = (...call: unknown[]) => sent.push(call);
    page.fbq('track', 'Late');
    expect(sent).toEqual([['track', 'Late']]);
    stop();
  });

  it('waits as the lists that some vendors want', () => {
    openFunctions('lintrk');
    page.lintrk('track', { conversion_id: 1 });
    const { stop } = pageWith(
      siteOf('linkedin-insight'),
      withEarlyCalls(['lintrk'], [linkedinInsight({ partnerId: '1' })]),
    );
    page.lintrk('track', { conversion_id: 2 });
    expect(page.lintrk.q).toEqual([
      ['track', { conversion_id: 1 }],
      ['track', { conversion_id: 2 }],
    ]);
    stop();
  });

  it('waits in the list of a vendor whose methods are called', () => {
    openMethods('mixpanel', 'track');
    page.mixpanel.track?.('Earliest');
    const { stop } = pageWith(siteOf('mixpanel'), withEarlyCalls(['mixpanel'], [mixpanel({ token: 'abc' })]));
    page.mixpanel.track?.('Early');
    const tracked = lines(page.mixpanel).filter((line) => line.startsWith('track'));
    expect(tracked).toEqual(['track Earliest', 'track Early']);
    stop();
  });

  it('is forgotten when the vendor is refused', () => {
    openFunctions('fbq');
    page.fbq('track', 'Earliest');
    const { manager, stop } = pageWith(
      siteOf('meta-pixel'),
      withEarlyCalls(['fbq'], [metaPixel({ pixelId: '1' })]),
    );
    manager.deny();
    expect(lines(page.fbq.queue)).toEqual(['consent revoke']);
    stop();
  });
});
