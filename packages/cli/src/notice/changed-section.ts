import type { NoticeChange, NoticeTool } from '@consentry/config';
import { type Line, list, type Section, section } from './blocks.js';
import type { Speaker } from './speaker.js';
import type { EN } from './words-en.js';

/** Settings of a document, by the heading that they are told under. */
const UNDER: Readonly<Record<string, keyof typeof EN.headings>> = {
  controller: 'controller',
  scope: 'scope',
  laws: 'scope',
  items: 'information',
  acquisition: 'information',
  audiences: 'purposes',
  purposes: 'purposes',
  purposeChange: 'purposes',
  thirdParties: 'thirdParties',
  recipients: 'thirdParties',
  jointUse: 'jointUse',
  noJointUse: 'jointUse',
  optOutProvision: 'optOutProvision',
  personalRelated: 'personalRelated',
  anonymous: 'anonymous',
  pseudonymous: 'pseudonymous',
  cookies: 'tools',
  mailMeasurement: 'mail',
  security: 'security',
  retention: 'retention',
  requests: 'requests',
  contacts: 'contact',
  complaints: 'contact',
  accessibility: 'accessibility',
  improvement: 'improvement',
  changes: 'changes',
};

/**
 * What is new since another version, as a section for people: where it stands, what it was, what it is. `tools` are those of
 * both versions, to name them.
 */
export function changedSection(
  changes: readonly NoticeChange[],
  tools: readonly NoticeTool[],
  speaker: Speaker,
): Section[] {
  const { words, language } = speaker;
  const lines = changes
    .filter(
      ({ path }) => !/^document\.(\$schema|version|revisedOn|history|acknowledge|effective)\b/.test(path),
    )
    // The same sentence in another language is told on the page of that language.
    .filter(({ path }) => !/\.(en|ja)$/.test(path) || path.endsWith(`.${language.split('-')[0]}`))
    .map(({ path, kind, before, after }): Line => {
      const [area = '', part = ''] = path.split('.');
      const heading =
        area === 'document' ? words.headings[UNDER[part] ?? 'controller'] : words.headings.tools;
      const place =
        area === 'tools'
          ? speaker.text(tools.find(({ id }) => id === part)?.name) || part
          : area === 'purposes'
            ? words.headings.purposes
            : heading;
      const was = inWords(before, speaker);
      const is = inWords(after, speaker);
      const said = kind === 'changed' ? `${was} → ${is}` : kind === 'added' ? is : was;
      return [`${place}${words.colon}${words.changeKinds[kind]}${words.colon}${said}`];
    });
  return section('changed', words.headings.changed, list(lines));
}

/** A value as people read it: its own text, its label, or what it consists of. */
function inWords(value: unknown, speaker: Speaker): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object')
    return typeof value === 'boolean' ? speaker.words[value ? 'yes' : 'no'] : `${value}`;
  const { separator } = speaker.words;
  if (Array.isArray(value)) return value.map((item) => inWords(item, speaker)).join(separator);
  const node = value as Record<string, unknown>;
  const own = node[speaker.language] ?? node[speaker.language.split('-')[0] as string];
  if (typeof own === 'string') return own;
  for (const key of ['label', 'name', 'sort', 'party', 'text', 'scope'])
    if (node[key] !== undefined) return inWords(node[key], speaker);
  return Object.values(node)
    .map((item) => inWords(item, speaker))
    .join(separator);
}
