import type { ConsentryConfig, NoticeTool } from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import {
  type Block,
  type Line,
  type NoticePage,
  paragraph,
  type Section,
  section,
  type Table,
} from './blocks.js';
import { countryName, fill, periodText } from './say.js';
import type { Speaker } from './speaker.js';

/** What pages about tools are made from. */
export interface ToolFacts {
  readonly config: ConsentryConfig;
  readonly tools: readonly NoticeTool[];
}

/**
 * The page that Japan's external-transmission rule asks for: for each service what is sent, to whom, and what both sides use
 * it for. Telecommunications Business Act, Article 27-12; ordinance, Article 22-2-29.
 */
export function externalPage({ config, tools }: ToolFacts, speaker: Speaker): NoticePage {
  const { words, language } = speaker;
  const { headings, captions, columns } = words;
  const told = tools.filter(({ transmission }) => transmission === 'told');
  const table = (caption: string, of: readonly NoticeTool[]): Table => ({
    kind: 'table',
    caption,
    columns: [columns.service, columns.information, columns.ourPurpose, columns.theirPurpose, columns.refuse],
    rows: of.map((tool) => [
      service(tool, speaker),
      [speaker.texts(tool.information), speaker.texts(tool.conditional)].filter((line) => line.length > 0),
      [speaker.texts(tool.usedFor)],
      [tool.recipientUse ? speaker.texts(tool.recipientUse) : [words.unsaid]],
      refusal(config, tool, speaker),
    ]),
  });
  const part = (id: string, heading: string, caption: string, channel: NoticeTool['channel']) => {
    const of = told.filter((tool) => tool.channel === channel);
    return of.length === 0 ? [] : section(id, heading, [table(caption, of)]);
  };
  const sections = [
    ...part('pages', headings.sentPages, captions.pages, 'page'),
    ...part('mails', headings.sentMails, captions.mails, 'email'),
  ];
  return {
    ...{ kind: 'external', language, title: words.pages.external, sections },
    lead: [paragraph(told.length > 0 ? words.externalLead : words.noTools)],
  };
}

function service(tool: NoticeTool, speaker: Speaker): Line[] {
  const country = tool.country && countryName(tool.country, speaker);
  const provider = speaker.text(tool.provider);
  return [
    speaker.texts(tool.name),
    [provider + (country ? fill(speaker.words.brackets, { text: country }) : '')],
  ].filter((line) => line.some(Boolean));
}

function refusal(config: ConsentryConfig, tool: NoticeTool, speaker: Speaker): Line[] {
  const { words } = speaker;
  const { model = STRICTEST.model } = config.regime ?? {};
  const own = tool.exempt
    ? words.refuseExempt
    : tool.channel === 'email'
      ? words.refuseMail
      : model === 'opt-in'
        ? sendsEarly(config, tool.id)
          ? words.refuseEarly
          : words.refuseOptIn
        : words.refuseOptOut;
  const { optOut, policyUrl } = tool;
  return [
    [own],
    ...(optOut
      ? [
          [
            speaker.text(optOut.how) +
              fill(words.brackets, { text: words.optOutStops[optOut.stops] }) +
              (optOut.url ? ' ' : ''),
            ...(optOut.url ? [{ text: optOut.url, href: optOut.url }] : []),
          ],
          ...speaker.texts(optOut.effect).map((effect) => [effect]),
        ]
      : []),
    ...(policyUrl
      ? [
          [
            {
              text: words.labels.policy + fill(words.brackets, { text: speaker.text(tool.name) }),
              href: policyUrl,
            },
          ],
        ]
      : []),
  ];
}

/** Whether a vendor is allowed to send something before a grant: Google's advanced mode. */
function sendsEarly({ vendors }: ConsentryConfig, id: string): boolean {
  return (vendors[id]?.options?.beforeGrant ?? 'nothing') !== 'nothing';
}

/** The page of everything that is stored on a visitor's device, by the site itself and by tools of others. */
export function cookiesPage(facts: ToolFacts, speaker: Speaker, about: readonly Block[]): NoticePage {
  const { words, language } = speaker;
  const { headings, captions } = words;
  const stored = facts.tools.filter(({ storage }) => storage.length > 0);
  const others: Block[] =
    stored.length > 0
      ? [
          storageTable(
            speaker,
            captions.others,
            stored.flatMap((tool) => toolRows(facts.config, tool, speaker)),
          ),
        ]
      : [paragraph(words.noStorage)];
  const sections: Section[] = [
    ...section('own', headings.ownStorage, [
      storageTable(speaker, captions.own, ownRows(facts.config, speaker)),
    ]),
    ...section('others', headings.othersStorage, others),
    ...section('about', headings.aboutCookies, about),
  ];
  return {
    ...{ kind: 'cookies', language, title: words.pages.cookies, sections },
    lead: [paragraph(words.cookiesLead)],
  };
}

function storageTable({ words }: Speaker, caption: string, rows: Table['rows']): Table {
  const { columns } = words;
  return {
    ...{ kind: 'table', caption, rows },
    columns: [columns.cookie, columns.storedBy, columns.storedAs, columns.life, columns.storedFor],
  };
}

/** What Consentry itself stores. */
function ownRows(config: ConsentryConfig, { words, language }: Speaker): Table['rows'] {
  const { grantDays, denyDays } = { ...STRICTEST, ...config.regime };
  const life = periodText(`P${Math.ceil(Math.max(grantDays, denyDays))}D`, language);
  const { storageKinds, thisSite } = words;
  const kept = (name: string, storedFor: string): Table['rows'][number] => [
    [[name]],
    [[thisSite]],
    [[storageKinds.localStorage]],
    [[words.untilDeleted]],
    [[storedFor]],
  ];
  return [
    [
      [[config.cookie?.name ?? 'consentry']],
      [[thisSite]],
      [[storageKinds.cookie]],
      [[life]],
      [[words.ownCookie]],
    ],
    ...(config.receipts
      ? [kept('consentry-outbox', words.ownRecords), kept('consentry-receipts', words.ownRecords)]
      : []),
    ...(config.dialect ? [kept('consentry-imported', words.ownImport)] : []),
  ];
}

function toolRows(config: ConsentryConfig, tool: NoticeTool, speaker: Speaker): Table['rows'] {
  const { words, language } = speaker;
  const purposes = tool.purposes.map((id) => speaker.text(config.purposes[id]?.label)).join(words.separator);
  return tool.storage.map(({ name, kind, life, domain }) => [
    [[name]],
    [speaker.texts(tool.name), ...(domain ? [[fill(words.thirdPartyOf, { domain })]] : [])],
    [[words.storageKinds[kind as keyof typeof words.storageKinds] ?? kind]],
    [
      [
        life === 'session'
          ? words.session
          : life === undefined
            ? words.lifeUnknown
            : periodText(life, language),
      ],
    ],
    [[purposes]],
  ]);
}
