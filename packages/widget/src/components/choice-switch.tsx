import { h } from 'preact';
import type { DialogState } from './dialog-state.js';

/** A switch that says its state in words, named by the element with the id `label`. */
export function ChoiceSwitch({ state, id, label }: { state: DialogState; id: string; label: string }) {
  const { content, switches, redraw } = state;
  const { on, off, always } = content.texts;
  if (!switches.canDecide(id)) return <span class="state">{always}</span>;
  const isOn = switches.isOn(id);
  return (
    <label class="state">
      <span aria-hidden="true">{isOn ? on : off}</span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={label}
        checked={isOn}
        aria-checked={isOn}
        onChange={() => {
          switches.turn(id);
          redraw();
        }}
      />
    </label>
  );
}
