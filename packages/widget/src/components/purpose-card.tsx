import { h } from 'preact';
import type { PreferencesPurpose } from '../content.js';
import { ChoiceSwitch } from './choice-switch.js';
import type { DialogState } from './dialog-state.js';
import { isFound } from './search-field.js';
import { VendorRow } from './vendor-row.js';

/** A purpose with its switch, and the vendors that serve it. */
export function PurposeCard({ state, purpose }: { state: DialogState; purpose: PreferencesPurpose }) {
  const { id, label, description } = purpose;
  const { query, content } = state;
  const vendors = content.vendors.filter((vendor) => vendor.purposes.includes(id) && isFound(vendor, query));
  if (query && !vendors[0]) return null;
  return (
    <section class="card" part="card">
      <section class="row">
        <section>
          <h3 id={id}>{label}</h3>
          <p>{description}</p>
        </section>
        <ChoiceSwitch state={state} id={id} label={id} />
      </section>
      {vendors.length > 0 && (
        <ul>
          {vendors.map((vendor) => (
            <VendorRow key={vendor.id} state={state} vendor={vendor} purpose={id} />
          ))}
        </ul>
      )}
    </section>
  );
}
