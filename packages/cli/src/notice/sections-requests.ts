import type { NoticeDocument } from '@consentry/config';
import { facts, type Line, paragraph, type Section, section } from './blocks.js';
import { lawText } from './law-text.js';
import { fill, periodText } from './say.js';
import { partyRows } from './sections-basics.js';
import type { Speaker } from './speaker.js';

type Requests = NonNullable<NoticeDocument['requests']>;
type Papers = NonNullable<NonNullable<Requests['identity']>['self']>;
type Contact = NonNullable<NoticeDocument['contacts']>[number];

/** How a person asks to see, correct or stop, and where. */
export function requestSections(document: NoticeDocument, speaker: Speaker): Section[] {
  const { words } = speaker;
  const { headings, labels } = words;
  const { contacts = [], complaints } = document;
  const blocks = contacts.flatMap((contact) => facts(contactRows(contact, speaker)));
  const parts = complaints
    ? section('complaints', labels.complaints, facts(contactRows(complaints, speaker)))
    : [];
  return [
    ...(document.requests ? requestSection(document.requests, speaker) : []),
    ...section('contact', headings.contact, blocks, parts),
  ];
}

function requestSection(requests: Requests, speaker: Speaker): Section[] {
  const { words } = speaker;
  const { labels } = words;
  const { identity, law, channels = [], refusals = [], elsewhere = [] } = requests;
  const rights = (of: readonly (keyof typeof words.rights)[]) =>
    of.map((right) => words.rights[right]).join(words.separator);
  const ways = (accepted: boolean) =>
    channels
      .filter((channel) => channel.accepted === accepted)
      .map(({ by, url, address }): Line => {
        const where = speaker.text(address);
        return [
          words.channels[by],
          ...(where ? [words.colon, where] : []),
          ...(url ? [words.colon, { text: url, href: url }] : []),
        ];
      });
  const parts = elsewhere.flatMap(({ data, contact }, i) =>
    section(`elsewhere-${i + 1}`, speaker.text(data), facts(contactRows(contact, speaker))),
  );
  return section(
    'requests',
    words.headings.requests,
    [
      ...facts([
        [labels.rights, requests.rights.map((right) => words.rights[right])],
        [labels.law, law ? [lawText(law, speaker)] : []],
        [labels.channels, ways(true)],
        [labels.notAccepted, ways(false)],
        [
          labels.forms,
          (requests.forms ?? []).flatMap<string | Line>(({ name, url }) =>
            url ? speaker.link(url, name) : speaker.texts(name),
          ),
        ],
        [labels.steps, speaker.texts(...(requests.steps ?? []))],
        [labels.identity, [...papers(identity?.self, speaker), ...speaker.texts(identity?.note)]],
        [labels.proxy, papers(identity?.proxy, speaker)],
        [labels.agent, papers(identity?.statutoryAgent, speaker)],
        [labels.fee, feeText(requests, speaker, rights)],
        [labels.answer, speaker.texts(requests.answer)],
        [
          labels.refusals,
          refusals.flatMap(({ rights: of, grounds }) => [
            ...(of ? [rights(of) + words.colon.trimEnd()] : []),
            ...speaker.texts(...grounds),
          ]),
        ],
        [
          labels.reasons,
          requests.reasonsGiven === undefined
            ? []
            : [requests.reasonsGiven ? words.reasonsGiven : words.reasonsNotGiven],
        ],
        [labels.alternatives, speaker.texts(requests.alternatives)],
        [labels.procedure, speaker.link(requests.url)],
      ]),
      ...(elsewhere.length ? [paragraph(labels.elsewhere)] : []),
    ],
    parts,
  );
}

function papers(of: Papers | undefined, speaker: Speaker): string[] {
  const { words, language } = speaker;
  const any = speaker.texts(...(of?.oneOf ?? [])).join(words.separator);
  return [
    ...(of?.allOf ?? []).map(({ name, maxAge }) => {
      const paper = speaker.text(name);
      return maxAge ? fill(words.notOlder, { paper, period: periodText(maxAge, language) }) : paper;
    }),
    ...(any ? [fill(words.oneOf, { papers: any })] : []),
    ...speaker.texts(of?.note),
  ];
}

function feeText(
  { fee }: Requests,
  speaker: Speaker,
  rights: (of: readonly (keyof Speaker['words']['rights'])[]) => string,
): string[] {
  if (!fee) return [];
  const { words, language } = speaker;
  if (fee.amount === 0) return [words.free];
  const amount = new Intl.NumberFormat(language, { style: 'currency', currency: fee.currency }).format(
    fee.amount,
  );
  const whole = fee.taxIncluded ? amount + fill(words.brackets, { text: words.taxIncluded }) : amount;
  return [
    fill(words.feeText, { amount: whole, per: words.per[fee.per], rights: rights(fee.appliesTo) }),
    ...speaker.texts(fee.payment),
  ];
}

/** Where and how somebody is reached. */
export function contactRows(contact: Contact, speaker: Speaker): [string, (string | Line)[]][] {
  const { words } = speaker;
  const { labels } = words;
  const { hours } = contact;
  return [
    [labels.appliesTo, speaker.texts(contact.about)],
    [labels.desk, [...speaker.texts(contact.desk), ...(contact.only ? [words.onlyWay] : [])]],
    ...partyRows(contact.party, speaker),
    [labels.address, speaker.texts(contact.address)],
    [labels.email, speaker.link(contact.email && `mailto:${contact.email}`, contact.email)],
    [labels.phone, contact.phone ? [contact.phone] : []],
    [labels.web, speaker.link(contact.url)],
    [
      labels.hours,
      hours
        ? [
            `${speaker.text(hours.days)} ${hours.from}–${hours.to} (${hours.zone})`,
            ...speaker.texts(hours.except),
          ]
        : [],
    ],
  ];
}
