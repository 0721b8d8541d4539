import type { ConsentSnapshot } from '@consentry/core';
import type { BannerContent } from './content.js';
import { fillIn } from './fill-in.js';

/** A part of a sentence: text, what stands for a name, or parts of its own. */
export type Part<Name> = string | Name | undefined | readonly Part<Name>[];

/**
 * The banner's one sentence: who is asked about and what for, of what is pending only. `toName` makes what stands for a
 * vendor out of its display name.
 */
export function composeSentence<Name>(
  { texts, purposes, vendors }: BannerContent,
  { pending, record, model }: Pick<ConsentSnapshot, 'pending' | 'record' | 'model'>,
  toName: (vendor: string | undefined) => Name,
): Part<Name>[] {
  const isPending = (id: string) => pending.includes(id);
  const list = (items: Part<Name>[], and: string) =>
    items.map((item, i) => [i ? (items[i + 1] ? texts.comma : and) : '', item]);
  const phrases = purposes.flatMap(({ id, label, phrase = texts.phrase, vendors: own }) => {
    const asked = own.filter((vendor) => isPending(id) || isPending(vendor));
    const names = asked.map((vendor) => toName(vendors[vendor]));
    return isPending(id) || asked[0]
      ? [fillIn<Part<Name>>(phrase as string, { purpose: label, vendors: list(names, texts.and) })]
      : [];
  });
  // Where an earlier decision still stands on something, what is pending is news.
  const fresh = record && purposes.some(({ id }) => !isPending(id)) ? texts.fresh : '';
  return fillIn<Part<Name>>(`${fresh}${model === 'opt-in' ? texts.ask : texts.tell}`, {
    purposes: list(phrases, texts.andPhrase),
  });
}
