import type { ConsentSnapshot } from '@consentry/core';
import { composeSentence, type Part } from './banner-sentence.js';
import type { BannerContent } from './content.js';

/** What the banner says: one sentence, or two where some vendors run already and others wait for a yes. */
export function composeBanner<Name>(
  content: BannerContent,
  consent: Pick<ConsentSnapshot, 'pending' | 'record' | 'model'>,
  toName: (vendor: string | undefined) => Name,
): Part<Name>[] {
  // Builds for sites without such a vendor leave the second out, by this text (docs/decisions/0051).
  const compose = content.asksFirst && consent.model !== 'opt-in' ? composeTwoSentences : composeSentence;
  return compose(content, consent, toName);
}

/** Each of its own vendors, and true of them. */
function composeTwoSentences<Name>(
  { asksFirst = [], ...content }: BannerContent,
  consent: Pick<ConsentSnapshot, 'pending' | 'record' | 'model'>,
  toName: (vendor: string | undefined) => Name,
): Part<Name>[] {
  const { comma } = content.texts;
  const { pending } = consent;
  const of = (waits: boolean) =>
    content.purposes
      .map((purpose) => ({
        ...purpose,
        vendors: purpose.vendors.filter((vendor) => asksFirst.includes(vendor) === waits),
      }))
      .filter(({ id, vendors }, i) =>
        vendors[0]
          ? [id, ...vendors].some((each) => pending.includes(each))
          : // A purpose without vendors is done by the site itself, which runs.
            !waits && !content.purposes[i]?.vendors[0] && pending.includes(id),
      );
  const told = of(false);
  const asked = of(true);
  return [
    told[0] && composeSentence({ ...content, purposes: told }, consent, toName),
    // As languages that write spaces do after a comma.
    told[0] && asked[0] && / $/.test(comma) ? ' ' : '',
    asked[0] && composeSentence({ ...content, purposes: asked }, { ...consent, model: 'opt-in' }, toName),
  ];
}
