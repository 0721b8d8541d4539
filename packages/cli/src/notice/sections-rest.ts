import type { NoticeDocument } from '@consentry/config';
import { type Block, facts, type Line, list, paragraph, type Section, section } from './blocks.js';
import { countryName, dayText, fill, periodText } from './say.js';
import { contactRows } from './sections-requests.js';
import type { Speaker } from './speaker.js';

/** Anonymously and pseudonymously processed information. */
export function processedSections(document: NoticeDocument, speaker: Speaker): Section[] {
  const { words } = speaker;
  const { labels, headings } = words;
  return (['anonymous', 'pseudonymous'] as const).flatMap((sort) => {
    const of = document[sort];
    if (!of) return [];
    const audiences = speaker.labels('audiences', of.purposesOf).join();
    const provided = (of.provided?.items ?? []).flatMap(({ to, items, means }) =>
      facts([
        [labels.givenTo, speaker.texts(to)],
        [labels.items, speaker.labels('items', items)],
        [labels.means, speaker.texts(means)],
      ]),
    );
    return section(
      sort,
      headings[sort],
      [
        ...speaker.texts(of.definition).map((text) => paragraph(text)),
        ...facts([
          [labels.produced, of.produced === undefined ? [] : [of.produced ? words.yes : words.no]],
          [labels.items, speaker.items(of.items)],
          [labels.purpose, audiences ? [fill(words.purposesOf, { audiences })] : []],
          [
            labels.givenTo,
            [...(of.neverProvided ? [words.neverProvided] : []), ...speaker.about(of.provided)],
          ],
        ]),
        ...provided,
      ],
      (of.duties ?? []).flatMap(({ when, text }, i) =>
        section(`${sort}-${i + 1}`, words.duties[when], list(speaker.texts(...text))),
      ),
    );
  });
}

/** How information is kept safe, and for how long. */
export function careSections(document: NoticeDocument, speaker: Speaker): Section[] {
  const { words, language } = speaker;
  const { headings, labels } = words;
  const { security = [], retention, specialCare, nationalId } = document;
  const plain = (text: Parameters<Speaker['text']>[0]) => speaker.texts(text).map((said) => paragraph(said));
  const kinds = security.flatMap(({ kind, measures, countries }, i) =>
    section(`security-${i + 1}`, words.securityKinds[kind], [
      ...list(speaker.texts(...measures)),
      ...facts([[labels.countries, (countries ?? []).map((code) => countryName(code, speaker))]]),
    ]),
  );
  return [
    ...section('special-care', headings.special, plain(specialCare)),
    ...section('national-id', headings.nationalId, plain(nationalId)),
    ...section('security', headings.security, [], kinds),
    ...section('retention', headings.retention, [
      ...plain(retention?.text),
      ...facts([
        [labels.period, retention?.period ? [periodText(retention.period, language)] : []],
        [labels.criteria, speaker.texts(retention?.criteria)],
      ]),
    ]),
  ];
}

/** What cookies are, for the pages that tell of them. */
export function cookieFacts(document: NoticeDocument | undefined, speaker: Speaker): Block[] {
  const { labels } = speaker.words;
  const { definition, kinds, linked, disable, effect } = document?.cookies ?? {};
  return facts([
    [labels.whatCookies, speaker.texts(definition)],
    [labels.kinds, speaker.texts(kinds)],
    [labels.linkedCookies, speaker.texts(linked)],
    [labels.disable, speaker.texts(disable)],
    [labels.effect, speaker.texts(effect)],
  ]);
}

/** Accessibility, improvement, what has no other place, and how the document changes. */
export function closingSections(document: NoticeDocument, speaker: Speaker): Section[] {
  const { words, language } = speaker;
  const { headings, labels, columns } = words;
  const { accessibility, improvement, sections = [], notStated = [], changes, history = [] } = document;
  const standards = (accessibility?.standards ?? []).flatMap<string | Line>(
    ({ name, version, published, url }) => {
      const said = [speaker.text(name), version, published && `(${published})`].filter(Boolean).join(' ');
      return url ? speaker.link(url, said) : [said];
    },
  );
  return [
    ...section('accessibility', headings.accessibility, [
      ...speaker.texts(...(accessibility?.statement ?? [])).map((text) => paragraph(text)),
      ...facts([
        [labels.standards, standards],
        ...(accessibility?.contact ? contactRows(accessibility.contact, speaker) : []),
      ]),
    ]),
    ...section(
      'improvement',
      headings.improvement,
      speaker.texts(improvement).map((text) => paragraph(text)),
    ),
    ...sections.flatMap(({ id, heading, text }) =>
      section(
        `section-${id}`,
        speaker.text(heading),
        speaker.texts(...text).map((said) => paragraph(said)),
      ),
    ),
    ...section('not-stated', headings.notStated, list(notStated.map((topic) => words.topics[topic]))),
    ...section('changes', headings.changes, [
      ...speaker.texts(changes?.text).map((text) => paragraph(text)),
      ...facts([
        [labels.announced, changes ? [words.announcements[changes.announced]] : []],
        [labels.reconsent, changes ? [words.reconsents[changes.reconsent]] : []],
      ]),
    ]),
    ...(history.length === 0
      ? []
      : section('history', headings.history, [
          {
            kind: 'table',
            caption: words.captions.history,
            columns: [columns.version, columns.day, columns.summary],
            rows: history.map(({ version, on, kind, summary, url }) => [
              [[version]],
              [[dayText(on, language)]],
              [
                [words.historyKinds[kind] + words.colon + speaker.text(summary)],
                ...(url ? [[{ text: words.copy + fill(words.brackets, { text: version }), href: url }]] : []),
              ],
            ]),
          },
        ])),
  ];
}
