import type { NoticeDocument } from '@consentry/config';
import { type Block, facts, type Line, list, paragraph, type Section, section } from './blocks.js';
import { lawText } from './law-text.js';
import { countryName, dayText, fill } from './say.js';
import type { Speaker } from './speaker.js';

type Party = NonNullable<NoticeDocument['controller']>;

/** Who somebody is, term by term. */
export function partyRows(party: Party | undefined, speaker: Speaker): [string, (string | Line)[]][] {
  if (!party) return [];
  const { labels } = speaker.words;
  const { representative } = party;
  return [
    [labels.name, speaker.texts(party.name)],
    [labels.address, speaker.texts(party.address)],
    [labels.country, party.country ? [countryName(party.country, speaker, party.subdivision)] : []],
    [
      labels.representative,
      representative ? [speaker.texts(representative.title, representative.name).join(' ')] : [],
    ],
    [labels.email, speaker.link(party.email && `mailto:${party.email}`, party.email)],
    [labels.phone, party.phone ? [party.phone] : []],
    [labels.web, speaker.link(party.url)],
  ];
}

/** Version and day, for the head of the page. */
export function versionRows(document: NoticeDocument, speaker: Speaker): [string, string[]][] {
  const { version, revisedOn, effective } = document;
  const { words, language } = speaker;
  return [
    [words.version, [version]],
    [words.revisedOn, revisedOn ? [dayText(revisedOn, language)] : []],
    [words.effective, effective ? [effective.on ? dayText(effective.on, language) : words.onPosting] : []],
  ];
}

/** Who is responsible, and what the notice covers. */
export function basicSections(document: NoticeDocument, speaker: Speaker): Section[] {
  const { words } = speaker;
  const { headings, labels } = words;
  const { scope, laws = [], audiences = {} } = document;
  const lawTexts = laws.map((law) => lawText(law, speaker));
  return [
    ...section('controller', headings.controller, facts(partyRows(document.controller, speaker))),
    ...section(
      'scope',
      headings.scope,
      facts([
        [labels.audiences, speaker.labels('audiences', Object.keys(audiences))],
        [labels.services, speaker.texts(...(scope?.services ?? []))],
        [labels.sites, (scope?.sites ?? []).flatMap((site) => speaker.link(site))],
        [labels.apps, speaker.texts(...(scope?.apps ?? []))],
        [labels.precedence, scope?.precedence ? [words.precedences[scope.precedence]] : []],
        [labels.laws, lawTexts],
      ]),
    ),
    ...informationSection(document, speaker),
    ...purposesSection(document, speaker),
  ];
}

function informationSection({ acquisition = [], accuracy }: NoticeDocument, speaker: Speaker): Section[] {
  const { words } = speaker;
  const parts = acquisition.flatMap(({ origin, means, items, text, combinedWithPersonal }, i) => {
    const { items: ids, kind, other } = items ?? {};
    const named = kind === 'entries' ? (ids ?? []).flatMap((id) => speaker.labels('items', [id])) : [];
    const blocks: Block[] = [
      ...speaker.texts(text).map((said) => paragraph(said)),
      ...list([...named, ...speaker.texts(other)]),
      ...speaker.about(items).map((line) => paragraph(...line)),
      ...facts([[words.labels.acquiredHow, speaker.texts(means)]]),
      ...(combinedWithPersonal === undefined
        ? []
        : [paragraph(combinedWithPersonal ? words.combined : words.notCombined)]),
    ];
    return section(`information-${i + 1}`, words.origins[origin], blocks);
  });
  const right = speaker.texts(accuracy).map((said) => paragraph(said));
  return section('information', words.headings.information, right, parts);
}

function purposesSection(document: NoticeDocument, speaker: Speaker): Section[] {
  const { purposes = {}, audiences = {}, purposeChange } = document;
  const { headings, labels, separator } = speaker.words;
  const said = Object.values(purposes).map(({ label, premise, audiences: of }) => ({
    of,
    text: [
      speaker.text(label),
      ...speaker.texts(premise).map((text) => fill(speaker.words.brackets, { text })),
    ].join(''),
  }));
  const parts = Object.entries(audiences).flatMap(([id, { label }]) =>
    section(
      `purposes-${id}`,
      speaker.text(label),
      list(said.filter(({ of }) => of?.includes(id)).map(({ text }) => text)),
    ),
  );
  const forAll = list(said.filter(({ of }) => !of).map(({ text }) => text));
  const everybody = Object.values(audiences)
    .map(({ label }) => speaker.text(label))
    .join(separator);
  return section(
    'purposes',
    headings.purposes,
    [
      ...(forAll.length && parts.length ? facts([[labels.audiences, [everybody || labels.forAll]]]) : []),
      ...forAll,
      ...speaker.texts(purposeChange).map((text) => paragraph(text)),
    ],
    parts,
  );
}
