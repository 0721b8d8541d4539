// Checked by `npm run test:types`: what must compile, and under each @ts-expect-error what must not.
import { googleAnalytics } from '@consentry/adapters/google-analytics';
import { googleConsent } from '@consentry/adapters/google-consent';
import { tag } from '@consentry/adapters/tag';
import { type ConsentManager, createConsentManager, type DecisionStatus } from '@consentry/core';
import type { ConsentRecord } from '@consentry/receipts';
import { mountBanner } from '@consentry/widget';

const manager: ConsentManager = createConsentManager({
  purposes: [{ id: 'analytics', signals: ['gpc'] }],
  vendors: [{ id: 'counter', purposes: ['analytics'] }],
});

// A status is not a permission: one says what was decided, the other what may run.
export const status: DecisionStatus | undefined = manager.status('analytics');
export const allowed: boolean = manager.isAllowed('analytics');
// @ts-expect-error a status is no boolean
export const mistaken: boolean = manager.status('analytics');

// @ts-expect-error a vendor serves at least a list of purposes
createConsentManager({ purposes: [], vendors: [{ id: 'counter' }] });
// @ts-expect-error only Global Privacy Control is a signal
createConsentManager({ purposes: [{ id: 'analytics', signals: ['dnt'] }], vendors: [] });
// @ts-expect-error time expires a grant, nobody else
manager.decide({ analytics: 'expire' });
// @ts-expect-error the store is read, never written, from outside
manager.$consent.set({});
// @ts-expect-error nobody adopts a cookie past the deciding half
manager.adopt('1.1.i');

googleAnalytics({ measurementId: 'G-ABC123', consent: googleConsent(), beforeGrant: 'nothing' });
// @ts-expect-error without an id there is nothing to measure for
googleAnalytics({ consent: googleConsent() });
// @ts-expect-error what Google is told belongs to the page, not to one of its vendors
googleAnalytics({ measurementId: 'G-ABC123' });
// @ts-expect-error sending before a grant has a name of its own
googleAnalytics({ measurementId: 'G-ABC123', consent: googleConsent(), beforeGrant: true });
// @ts-expect-error a tag is a script, a frame or a pixel
tag({ kind: 'worker', src: '/x.js' });

// @ts-expect-error a banner without its texts shows nothing
mountBanner({ manager, document, openPreferences() {}, content: { language: 'en' } });

// @ts-expect-error a record holds no address of anybody
export const record: Partial<ConsentRecord> = { ip: '203.0.113.7' };
