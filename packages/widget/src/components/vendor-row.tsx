import { h } from 'preact';
import type { PreferencesVendor } from '../content.js';
import { fillIn } from '../fill-in.js';
import { ChoiceSwitch } from './choice-switch.js';
import type { DialogState } from './dialog-state.js';

/** A vendor under a purpose: its name and provider, unfolding to what it receives, why, and what it stores. */
export function VendorRow({
  state,
  vendor,
  purpose,
}: {
  state: DialogState;
  vendor: PreferencesVendor;
  purpose: string;
}) {
  const { unfolded, redraw } = state;
  const { texts } = state.content;
  const key = `${purpose}.${vendor.id}`;
  const open = unfolded.has(key);
  const { country } = vendor;
  const provider = country ? fillIn(texts.place, { provider: vendor.provider, country }) : vendor.provider;
  const fold = () => {
    if (!unfolded.delete(key)) unfolded.add(key);
    redraw();
  };
  const row = (term: string, description: typeof provider | string) =>
    description && [<dt>{term}</dt>, <dd>{description}</dd>];
  return (
    <li class="row">
      <h4>
        <button type="button" class="fold" aria-expanded={open} onClick={fold}>
          <strong id={key}>{vendor.name}</strong>
          {!open && <span>{provider}</span>}
        </button>
      </h4>
      <ChoiceSwitch state={state} id={vendor.id} label={key} />
      {open && (
        <dl>
          {row(texts.provider, provider)}
          {row(texts.information, vendor.information)}
          {row(texts.usedFor, vendor.usedFor)}
          {row(texts.storage, vendor.storage)}
          {vendor.policyUrl && (
            <dd>
              <a part="link" href={vendor.policyUrl} target="_blank" rel="noopener noreferrer">
                {texts.policy}
              </a>
            </dd>
          )}
        </dl>
      )}
    </li>
  );
}
