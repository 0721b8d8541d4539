import type { ConsentControls, DecisionContext } from '@consentry/core';
import type { Language, PreferencesContent, PreferencesPurpose, PreferencesVendor } from '../content.js';
import { type PreferencesFacts, preferencesFacts } from '../preferences-facts.js';
import { createSwitches, type Switches } from '../switches.js';
import { createModel, type HeadlessOptions, type Model } from './model.js';

interface Choice {
  /** Its switch, as the visitor has turned it, else what is allowed. */
  readonly isOn: boolean;
  /** Whether it has a switch at all: not where it is exempt. */
  readonly canDecide: boolean;
}

/** A vendor with its switch. */
export interface VendorChoice extends PreferencesVendor, Choice {}

/** A purpose with its switch and the vendors that serve it. */
export interface PurposeChoice extends PreferencesPurpose, Choice {
  readonly vendors: readonly VendorChoice[];
}

/** Everything the preferences have to say at one moment, as plain strings. */
export interface PreferencesState extends Language, PreferencesFacts {
  readonly title: string;
  /** Every word of the preferences, in their language. */
  readonly labels: PreferencesContent['texts'];
  readonly noticeUrl?: string;
  readonly purposes: readonly PurposeChoice[];
  /** The browser did not keep the latest decision: it holds on this page only, which the visitor has to be told. */
  readonly unsaved: boolean;
}

/** Preferences without a face. */
export interface PreferencesModel extends Model<PreferencesState>, Pick<Switches, 'isOn' | 'canDecide'> {
  /** Turns a switch; a purpose takes its vendors along. Nothing is decided. */
  turn(id: string): void;
  /** Decides what the switches say, all of it in one decision. */
  save(): void;
  /** Denies every purpose, whatever the switches say. */
  deny(): void;
  /** Grants every purpose that no signal of the browser refuses, whatever the switches say. */
  allow(): void;
  /** Forgets what was turned: for a dialog that is closed without a decision. */
  reset(): void;
}

/**
 * The switches of the preferences, their words and acts, for a page that draws them itself. Deny, allow and save decide as
 * the widget's own do and leave the same records; turning and resetting decide nothing. What was turned stays when another
 * tab decides, and is forgotten after a decision of the model's own.
 */
export function createPreferencesModel(
  manager: Pick<ConsentControls, '$consent' | 'grant' | 'deny' | 'decide'>,
  content: PreferencesContent,
  { shown }: HeadlessOptions = {},
): PreferencesModel {
  const { texts, language, dir, noticeUrl } = content;
  const switches = createSwitches(content, manager.$consent.get);
  const { isOn, canDecide } = switches;
  const withSwitch = <Item extends { readonly id: string }>(item: Item) => ({
    ...item,
    isOn: isOn(item.id),
    canDecide: canDecide(item.id),
  });
  const { get, listen, change } = createModel(
    manager.$consent,
    (consent): PreferencesState => ({
      language,
      ...(dir ? { dir } : {}),
      title: texts.title,
      labels: texts,
      ...(noticeUrl ? { noticeUrl } : {}),
      ...preferencesFacts(content, consent),
      purposes: content.purposes.map((purpose) => ({
        ...withSwitch(purpose),
        vendors: content.vendors.filter(({ purposes }) => purposes.includes(purpose.id)).map(withSwitch),
      })),
      unsaved: consent.unsaved,
    }),
  );
  const decideBy = (decide: (context: DecisionContext) => void) => () => {
    decide({ via: 'preferences', language, shown });
    change(switches.reset);
  };
  return {
    get,
    listen,
    isOn,
    canDecide,
    turn: (id) => change(() => switches.turn(id)),
    save: decideBy((context) => manager.decide(switches.choices(), context)),
    deny: decideBy((context) => manager.deny(undefined, context)),
    allow: decideBy((context) => manager.grant(undefined, context)),
    reset: () => change(switches.reset),
  };
}
