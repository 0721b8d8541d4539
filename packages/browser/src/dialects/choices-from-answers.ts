import type { ConsentSnapshot, SiteDefinition } from '@consentry/core';
import type { PeerSettings } from './peer.js';

/** What a visitor's answers elsewhere come to here, by purpose or vendor id. */
export type ImportedChoices = Readonly<Record<string, 'grant' | 'deny'>>;

/**
 * The choices that answers given under another consent manager amount to here. What was answered on vendors alone
 * answers their purpose too, when it was answered on all of them: yes where all of it was yes, and otherwise no, with a
 * yes of their own for those that were granted. What the notice has changed for since, what a browser signal refuses and
 * what nobody answered is left out, and will be asked. Pure.
 */
export function choicesFromAnswers(
  { purposes, vendors }: Pick<SiteDefinition, 'purposes' | 'vendors'>,
  { entries }: Pick<ConsentSnapshot, 'entries'>,
  answers: Readonly<Record<string, boolean>>,
  { categories }: Pick<PeerSettings, 'categories'>,
): ImportedChoices {
  /** Where several names stand for the same id, all of them have to say yes. */
  const said = new Map<string, boolean>();
  for (const [name, yes] of Object.entries(answers)) {
    for (const id of categories.get(name) ?? []) said.set(id, yes && said.get(id) !== false);
  }
  const isNew = ({ since = 1 }: { readonly since?: number | undefined }) => since > 1;
  const choices: Record<string, 'grant' | 'deny'> = {};
  const choose = (id: string, yes: boolean) => {
    const { status, refusedBySignal } = entries[id] ?? {};
    if (status && !(yes && refusedBySignal)) choices[id] = yes ? 'grant' : 'deny';
  };
  for (const purpose of purposes) {
    const { id } = purpose;
    const served = vendors.filter(({ purposes }) => purposes.includes(id));
    const each = served.map((vendor) => said.get(vendor.id));
    const answer =
      said.get(id) ??
      (each[0] !== undefined && !each.includes(undefined) ? !each.includes(false) : undefined);
    // A yes under the other notice covers nothing that came with a later one of ours.
    if (answer === undefined || (answer && [purpose, ...served].some(isNew))) continue;
    choose(id, answer);
  }
  for (const vendor of vendors) {
    const { id, purposes } = vendor;
    const answer = said.get(id);
    const follows = purposes.every((purpose) => !entries[purpose]?.status || choices[purpose] === 'grant');
    if (answer === undefined || answer === follows || (answer && isNew(vendor))) continue;
    choose(id, answer);
  }
  return choices;
}
