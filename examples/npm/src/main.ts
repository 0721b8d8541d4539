import { connectAdapters } from '@consentry/adapters/connect';
import { googleAnalytics } from '@consentry/adapters/google-analytics';
import { googleConsent } from '@consentry/adapters/google-consent';
import { mailbluster } from '@consentry/adapters/mailbluster';
import { createConsentManager } from '@consentry/core';
import { createGate, removeStorage } from '@consentry/gate';
import { bannerStyle, mountBanner, mountPreferences, preferencesStyle } from '@consentry/widget';
import { banner, preferences } from './content.js';
import { keepReceipts } from './receipts.js';
import { site } from './site.js';

const manager = createConsentManager(site);
// First of all who listens: a record must be safe before a vendor starts.
const history = keepReceipts(manager);

const gate = createGate(manager);
const consent = googleConsent({}, [{ vendor: 'google-analytics' }]);
connectAdapters(
  manager,
  gate,
  [
    // A real site leaves `src` out and names its own ids.
    googleAnalytics({ measurementId: 'G-EXAMPLE1', consent, src: '/stand-in/gtag.js' }),
    mailbluster({ formUrl: '/stand-in/form.html', target: '#newsletter', title: 'Newsletter', height: 120 }),
  ],
  { removeStorage: (items) => removeStorage(window, items) },
);

const style = preferencesStyle();
const dialog = mountPreferences({ manager, document, content: preferences, style, history });
mountBanner({ manager, document, content: banner, style: bannerStyle(), openPreferences: dialog.open });

// A page that comes back from the cache or from behind other tabs may have missed something.
for (const [target, event] of [
  [window, 'pageshow'],
  [document, 'visibilitychange'],
] as const) {
  target.addEventListener(event, manager.refresh);
}

document.querySelector('#choices')?.addEventListener('click', ({ currentTarget }) => {
  dialog.open(currentTarget as HTMLElement);
});
manager.$consent.subscribe(() => {
  for (const [id, place] of [
    ['google-analytics', '#analytics-state'],
    ['mailbluster', '#newsletter-state'],
  ] as const) {
    const state = manager.isAllowed(id) ? 'allowed' : 'withheld';
    document.querySelector(place)?.replaceChildren(`${manager.status(id)}, ${state}`);
  }
});
