import type { Adapter } from './define-adapter.js';

/**
 * Tells the page of every change, in this tab or another, by a DOM event `consentry:change` on the document. For what
 * cannot be an adapter: the Tag Manager template hears it by `consentry.on('change', …)` and asks what is allowed.
 */
export function announceChanges(): Adapter {
  return {
    vendor: 'announce-changes',
    storage: [],
    onChange: ({ document }) => {
      document.dispatchEvent(new CustomEvent('consentry:change'));
    },
  };
}
