import { hasText } from '../config-parts.js';
import { type Problem, withSuggestion } from '../problem.js';
import type { ConsentryConfig } from '../schema.js';
import { notStatedProblems } from './not-stated.js';
import { acknowledgeProblems, historyProblems } from './notice-history.js';
import type { NoticeDocument } from './schema-notice.js';

/** Languages that pages can be made in: those their headings are written in. */
export const NOTICE_LANGUAGES = ['en', 'ja'] as const;

/** What each list of ids names, by the name of its setting. */
type Kind = 'audiences' | 'items';

/** What a schema cannot see: that ids exist, that lists are what they say, that every language is there. */
export function noticeReferences(document: NoticeDocument, config: ConsentryConfig): Problem[] {
  return [
    ...languageProblems(document, config),
    ...walk(document, [], document),
    ...purposeProblems(document, config),
    ...vendorProblems(document, config),
    ...(document.effective?.rule === 'on-date' && !document.effective.on
      ? [{ path: 'effective.on', expected: 'to be set; "rule" is "on-date"' }]
      : []),
    ...historyProblems(document),
    ...acknowledgeProblems(document),
    ...notStatedProblems(document),
  ];
}

function languageProblems({ languages }: NoticeDocument, config: ConsentryConfig): Problem[] {
  return languages.flatMap((language, i) => {
    const path = `languages.${i}`;
    if (!NOTICE_LANGUAGES.some((known) => language === known || language.startsWith(`${known}-`)))
      return [
        {
          path,
          value: language,
          expected: `a language that pages are made in (${NOTICE_LANGUAGES.join(', ')})`,
        },
      ];
    if (config.languages.includes(language)) return [];
    return [
      {
        path,
        value: language,
        expected: `a language of consentry.json (${config.languages.join(', ')}), which tells of the vendors`,
        ...withSuggestion(language, config.languages),
      },
    ];
  });
}

/** Looks at every value once: what it is follows from the name of its setting and its form. */
function walk(value: unknown, path: readonly (string | number)[], document: NoticeDocument): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => walk(item, [...path, i], document));
  if (typeof value !== 'object' || value === null) return [];
  const at = path.join('.');
  const node = value as Record<string, unknown>;
  if (isText(node)) return textProblems(node, at, document.languages);
  const problems: Problem[] = [];
  if (path.length > 0) {
    if (typeof node.kind === 'string' && LISTED.includes(node.kind)) problems.push(...listProblems(node, at));
    problems.push(...idProblems(node, path, document));
    if (node.countries && node.unidentified)
      problems.push({
        path: `${at}.unidentified`,
        expected: 'either "countries" or "unidentified", not both',
      });
    if (node.measures && node.measuresUnavailable)
      problems.push({
        path: `${at}.measuresUnavailable`,
        expected: 'either "measures" or "measuresUnavailable", not both',
      });
  }
  for (const [key, child] of Object.entries(node)) problems.push(...walk(child, [...path, key], document));
  return problems;
}

const LISTED = ['entries', 'none', 'all', 'by-reference', 'not-stated'];

/** Settings whose names look like languages. */
const NOT_LANGUAGES = ['id', 'by', 'on', 'to', 'of'];

/** A text by language: nothing but strings under language tags. */
function isText(node: Record<string, unknown>): boolean {
  const entries = Object.entries(node);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, text]) => /^[a-z]{2}(-|$)/.test(key) && !NOT_LANGUAGES.includes(key) && typeof text === 'string',
    )
  );
}

function textProblems(text: object, path: string, languages: readonly string[]): Problem[] {
  return languages
    .filter((language) => !hasText(text, language))
    .map((language) => ({
      path: `${path}.${language}`,
      expected: 'a text; this language is in "languages"',
    }));
}

function listProblems(list: Record<string, unknown>, at: string): Problem[] {
  const needed = list.kind === 'entries' ? 'items' : list.kind === 'by-reference' ? 'url' : undefined;
  const problems: Problem[] = [];
  if (needed && list[needed] === undefined)
    problems.push({ path: `${at}.${needed}`, expected: `to be set; "kind" is "${list.kind}"` });
  for (const [key, kind] of [
    ['items', 'entries'],
    ['other', 'entries'],
    ['url', 'by-reference'],
  ] as const)
    if (list[key] !== undefined && list.kind !== kind)
      problems.push({
        path: `${at}.${key}`,
        expected: `not to be set; "kind" is "${list.kind}", not "${kind}"`,
      });
  return problems;
}

/** Settings that hold ids of audiences. */
const OF_AUDIENCES = ['audiences', 'of', 'purposesOf', 'noJointUse'];

function idProblems(
  node: Record<string, unknown>,
  path: readonly (string | number)[],
  document: NoticeDocument,
): Problem[] {
  const lists: [key: string, kind: Kind, ids: unknown][] = [
    ...OF_AUDIENCES.map((key) => [key, 'audiences', node[key]] as [string, Kind, unknown]),
    ['excludedItems', 'items', node.excludedItems],
  ];
  // A list of items: { "items": { "kind": "entries", "items": ["name"] } }, or within provision a plain array.
  const inner = node.items as { items?: unknown } | unknown[] | undefined;
  if (inner && !LISTED.includes(String(node.kind)))
    lists.push(Array.isArray(inner) ? ['items', 'items', inner] : ['items.items', 'items', inner.items]);
  return lists.flatMap(([key, kind, ids]) => unknownIds(document, [...path, key].join('.'), kind, ids));
}

function unknownIds(document: NoticeDocument, path: string, kind: Kind, ids: unknown): Problem[] {
  if (!Array.isArray(ids)) return [];
  const known = Object.keys(document[kind] ?? {});
  return ids.flatMap((id, i) =>
    typeof id !== 'string' || known.includes(id)
      ? []
      : [
          {
            path: `${path}.${i}`,
            value: id,
            expected: known.length
              ? `one of "${kind}" (${known.join(', ')})`
              : `one of "${kind}"; there are none`,
            ...withSuggestion(id, known),
          },
        ],
  );
}

function purposeProblems(document: NoticeDocument, config: ConsentryConfig): Problem[] {
  const known = Object.keys(config.purposes);
  return [
    ...unknownIds(document, 'noJointUse', 'audiences', document.noJointUse),
    ...Object.entries(document.purposes ?? {}).flatMap(([id, { serves = [] }]) =>
      serves.flatMap((purpose, i) =>
        known.includes(purpose)
          ? []
          : [
              {
                path: `purposes.${id}.serves.${i}`,
                value: purpose,
                expected: `a purpose of consentry.json (${known.join(', ')})`,
                ...withSuggestion(purpose, known),
              },
            ],
      ),
    ),
  ];
}

function vendorProblems({ personalRelated }: NoticeDocument, config: ConsentryConfig): Problem[] {
  const known = Object.keys(config.vendors);
  return (['received', 'provided'] as const).flatMap((direction) =>
    (personalRelated?.[direction]?.items ?? []).flatMap(({ vendor }, i) =>
      vendor === undefined || known.includes(vendor)
        ? []
        : [
            {
              path: `personalRelated.${direction}.items.${i}.vendor`,
              value: vendor,
              expected: known.length
                ? `a vendor of consentry.json (${known.join(', ')})`
                : 'a vendor of consentry.json; there are none',
              ...withSuggestion(vendor, known),
            },
          ],
    ),
  );
}
