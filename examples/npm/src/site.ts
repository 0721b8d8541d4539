import type { SiteDefinition } from '@consentry/core';

/** What is decided on. Ids are ours to choose, but for the vendors, which are the adapters' own. */
export const site: SiteDefinition = {
  purposes: [
    { id: 'analytics' },
    // A browser that sends Global Privacy Control has said no to this one.
    { id: 'mail', signals: ['gpc'] },
  ],
  vendors: [
    { id: 'google-analytics', purposes: ['analytics'] },
    { id: 'mailbluster', purposes: ['mail'] },
  ],
};
