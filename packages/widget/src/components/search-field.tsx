import { h } from 'preact';
import type { PreferencesVendor } from '../content.js';
import type { DialogState } from './dialog-state.js';

/** With so few vendors, looking is quicker than searching. */
const FEW = 8;

/** Whether a vendor, or who is behind it, is called what is searched for. */
export function isFound({ name, provider }: PreferencesVendor, query: string): boolean {
  return `${name} ${provider}`.toLowerCase().includes(query);
}

/** A field that finds companies among many; nothing among few. */
export function SearchField({ state: { content, query, acts } }: { state: DialogState }) {
  const { texts, vendors } = content;
  if (vendors.length <= FEW) return null;
  return (
    <section>
      <input
        type="search"
        placeholder={texts.search}
        aria-label={texts.search}
        value={query}
        onInput={(event) => acts.search(event.currentTarget.value)}
      />
      <p role="status">{!vendors.some((vendor) => isFound(vendor, query)) && texts.noMatch}</p>
    </section>
  );
}
