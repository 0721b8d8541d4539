import type { NoticeDocument, NoticeTool } from '@consentry/config';
import { type Block, facts, type Line, list, paragraph, type Section, section } from './blocks.js';
import { dayText, fill } from './say.js';
import { partyRows } from './sections-basics.js';
import { optOutSection, personalRelatedSection } from './sections-provision.js';
import type { Speaker } from './speaker.js';
import { transferRows } from './transfer-rows.js';

/** Who is given information, by which rule, and what is told of those abroad. */
export function recipientSections(
  document: NoticeDocument,
  tools: readonly NoticeTool[],
  speaker: Speaker,
): Section[] {
  const { words } = speaker;
  const { thirdParties, recipients } = document;
  const { labels } = words;
  const parts = (recipients?.items ?? []).flatMap((recipient, i) => {
    const { party, sort, role, basis } = recipient;
    const rows: [string, readonly (string | Line)[]][] = [
      [labels.appliesTo, speaker.texts(recipient.appliesTo)],
      [labels.audiences, speaker.labels('audiences', recipient.audiences)],
      ...partyRows(party, speaker).slice(1),
      [labels.role, role ? [words.roles[role]] : []],
      [labels.purpose, speaker.texts(recipient.purpose)],
      [labels.items, speaker.items(recipient.items)],
      [labels.notGiven, speaker.labels('items', recipient.excludedItems)],
      [labels.means, speaker.texts(recipient.means)],
      [labels.basis, basis ? [words.bases[basis]] : []],
      [labels.refusal, speaker.texts(recipient.consequenceOfRefusal)],
      [labels.responsible, speaker.texts(recipient.responsible)],
      [labels.policy, speaker.link(recipient.policyUrl)],
      ...transferRows(recipient.transfer, speaker),
    ];
    return section(`recipient-${recipient.id ?? i + 1}`, speaker.text(party?.name ?? sort), facts(rows));
  });
  // Of some nothing is told but who they are: a heading with nothing below it would be one of nothing.
  const told = new Set(parts.map(({ heading }) => heading));
  const names = (recipients?.items ?? [])
    .map(({ party, sort }) => speaker.text(party?.name ?? sort))
    .filter((name) => !told.has(name));
  const ofTools = tools
    .filter(({ transfer }) => transfer)
    .flatMap((tool) =>
      section(
        `transfer-${tool.id}`,
        speaker.text(tool.name) + fill(words.brackets, { text: speaker.text(tool.provider) }),
        [...facts(transferRows(tool.transfer, speaker))],
      ),
    );
  const blocks: Block[] = [
    ...speaker.texts(thirdParties?.rule).map((text) => paragraph(text)),
    ...list(speaker.texts(...(thirdParties?.exceptions ?? []))),
    ...speaker.texts(thirdParties?.promises).map((text) => paragraph(text)),
    ...speaker.about(recipients).map((line) => paragraph(...line)),
    ...list(names),
    ...speaker.texts(recipients?.other).map((text) => paragraph(text)),
  ];
  return [
    ...section('third-parties', words.headings.thirdParties, blocks, [...parts, ...ofTools]),
    ...jointUseSection(document, speaker),
    ...optOutSection(document, speaker),
    ...personalRelatedSection(document, speaker),
  ];
}

function jointUseSection({ jointUse, noJointUse }: NoticeDocument, speaker: Speaker): Section[] {
  const { words, language } = speaker;
  const { labels } = words;
  const uses = (jointUse?.items ?? []).map((use, i): Section => {
    const { scope, purposes, manager } = use;
    const audiences = speaker.labels('audiences', purposes?.of).join();
    return {
      id: `joint-use-${i + 1}`,
      heading: speaker.text(scope.label),
      blocks: [
        ...facts([
          [labels.audiences, speaker.labels('audiences', use.audiences)],
          [
            labels.users,
            [
              ...speaker.texts(scope.label, ...(scope.parties ?? []).map(({ name }) => name)),
              ...speaker.link(scope.url),
              ...(scope.mayChange ? [words.mayChange] : []),
            ],
          ],
          [labels.items, speaker.items(use.items)],
          [
            labels.purpose,
            [
              ...(audiences ? [fill(words.purposesOf, { audiences })] : []),
              ...speaker.texts(purposes?.text),
              ...(purposes?.asDefinedByEach ? [words.eachStates] : []),
            ],
          ],
          [labels.manager, partyRows(manager, speaker).flatMap(([, values]) => values)],
          [labels.since, use.since ? [dayText(use.since, language)] : []],
        ]),
        ...speaker.texts(use.note).map((text) => paragraph(text)),
      ],
    };
  });
  const without = speaker.labels('audiences', noJointUse).join();
  return section(
    'joint-use',
    words.headings.jointUse,
    [
      ...speaker.about(jointUse).map((line) => paragraph(...line)),
      ...(without ? [paragraph(fill(words.noJointUse, { audiences: without }))] : []),
    ],
    uses,
  );
}
