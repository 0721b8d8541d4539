import type { ConsentSnapshot } from '@consentry/core';
import { type ComponentChild, h } from 'preact';
import type { BannerContent } from './content.js';
import { fillIn } from './fill-in.js';

/** The banner's one sentence: who is asked about and what for, of what is pending only. */
export function composeSentence(
  { texts, purposes, vendors }: BannerContent,
  { pending, record, model }: Pick<ConsentSnapshot, 'pending' | 'record' | 'model'>,
): ComponentChild[] {
  const isPending = (id: string) => pending.includes(id);
  const list = (items: ComponentChild[], and: string) =>
    items.map((item, i) => [i ? (items[i + 1] ? texts.comma : and) : '', item]);
  const phrases = purposes.map(({ id, label, phrase = texts.phrase, vendors: own }) => {
    const asked = own.filter((vendor) => isPending(id) || isPending(vendor));
    const names = asked.map((vendor) => <strong>{vendors[vendor]}</strong>);
    return (
      (isPending(id) || asked[0]) &&
      fillIn(phrase as string, { purpose: label, vendors: list(names, texts.and) })
    );
  });
  // Where an earlier decision still stands on something, what is pending is news.
  const fresh = record && purposes.some(({ id }) => !isPending(id)) ? texts.fresh : '';
  return fillIn(`${fresh}${model === 'opt-in' ? texts.ask : texts.tell}`, {
    purposes: list(phrases.filter(Boolean), texts.andPhrase),
  });
}
