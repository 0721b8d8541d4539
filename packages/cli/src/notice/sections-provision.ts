import type { NoticeDocument } from '@consentry/config';
import { facts, paragraph, type Section, section } from './blocks.js';
import { dayText, fill } from './say.js';
import { partyRows } from './sections-basics.js';
import type { Speaker } from './speaker.js';
import { transferRows } from './transfer-rows.js';

/** Provision until somebody objects. */
export function optOutSection({ optOutProvision: provision }: NoticeDocument, speaker: Speaker): Section[] {
  if (!provision) return [];
  const { words, language } = speaker;
  const { labels } = words;
  const { notified, startsOn } = provision;
  return section(
    'opt-out-provision',
    words.headings.optOutProvision,
    facts([
      [labels.provider, partyRows(provision.provider, speaker).flatMap(([, values]) => values)],
      [labels.purpose, provision.purposeIncludesProvision ? [words.provisionIsPurpose] : []],
      [labels.items, speaker.items(provision.items)],
      [labels.acquiredHow, speaker.texts(provision.acquiredHow)],
      [labels.means, speaker.texts(provision.means)],
      [labels.stops, provision.stopsOnRequest ? [words.stopsOnRequest] : []],
      [labels.howToAsk, speaker.texts(provision.howToAsk)],
      [labels.startsOn, startsOn ? [dayText(startsOn, language)] : []],
      [labels.updated, speaker.texts(provision.updated)],
      [
        labels.notified,
        notified ? [[dayText(notified.on, language), notified.number].filter(Boolean).join(' ')] : [],
      ],
    ]),
  );
}

/** Information about a person that is not personal information, received and given. */
export function personalRelatedSection({ personalRelated }: NoticeDocument, speaker: Speaker): Section[] {
  if (!personalRelated) return [];
  const { words } = speaker;
  const { labels, headings } = words;
  const part = (direction: 'received' | 'provided') => {
    const side = personalRelated[direction];
    const blocks = (side?.items ?? []).flatMap((entry) => {
      const audiences = speaker.labels('audiences', entry.purposesOf).join();
      const { consent, becomesPersonalData: becomes } = entry;
      return facts([
        [direction === 'received' ? labels.from : labels.to, speaker.texts(entry.party?.name ?? entry.sort)],
        [labels.items, [...speaker.texts(entry.information), ...speaker.items(entry.items)]],
        [
          labels.purpose,
          [...speaker.texts(entry.purpose), ...(audiences ? [fill(words.purposesOf, { audiences })] : [])],
        ],
        [labels.linked, becomes === undefined ? [] : [becomes ? words.becomesPersonal : words.staysApart]],
        [labels.consent, consent ? [words.consentBy[consent.obtainedBy], ...speaker.texts(consent.how)] : []],
        [labels.refusal, speaker.texts(consent?.consequenceOfRefusal)],
        ...transferRows(entry.transfer, speaker),
      ]);
    });
    return section(`personal-related-${direction}`, headings[direction], [
      ...blocks,
      ...speaker.about(side).map((line) => paragraph(...line)),
    ]);
  };
  return section(
    'personal-related',
    headings.personalRelated,
    speaker.texts(personalRelated.definition).map((text) => paragraph(text)),
    [...part('received'), ...part('provided')],
  );
}
