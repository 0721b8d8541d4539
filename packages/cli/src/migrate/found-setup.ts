import type { DialectName } from '@consentry/browser/site-config';
import type { ReadPage } from '../site-reading/read-tags.js';
import type { Statement } from './read-script.js';

/** Texts of one thing by language; under an empty one where nobody says which. */
export type Texts = Readonly<Record<string, string>>;

/** A category or service of another consent manager. */
export interface FoundName {
  readonly name: string;
  readonly kind: 'category' | 'service';
  /** Categories that a service belongs to. */
  readonly of?: readonly string[] | undefined;
  /** Nobody is asked about it. */
  readonly exempt?: boolean | undefined;
  readonly label?: Texts | undefined;
  readonly description?: Texts | undefined;
  /** Names of the cookies that go with it, as they stand there. */
  readonly cookies?: readonly string[] | undefined;
}

/** How a site had set up another consent manager. */
export interface FoundSetup {
  /** The statement that it was read from, with what of it is not literal. */
  readonly source?: Statement | undefined;
  readonly names: readonly FoundName[];
  readonly languages?: readonly string[] | undefined;
  readonly stored?: { readonly kind: 'cookie' | 'localStorage'; readonly name?: string } | undefined;
  readonly revision?: number | undefined;
  readonly implied?: readonly string[] | undefined;
  /** How long it kept an answer, in days. */
  readonly days?: number | undefined;
  readonly isOptOut?: boolean | undefined;
  readonly noticeUrl?: string | undefined;
  readonly cookieDomain?: string | undefined;
  /** Options of adapters that it loads vendors with. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** It loads vendors by itself, and their tags are in no page. */
  readonly loadsVendors?: true;
  /** What was seen and has no place here, said to whoever migrates. */
  readonly left?: readonly string[] | undefined;
}

/** What a site's files say. */
export interface Sources {
  readonly pages: readonly ReadPage[];
  readonly statements: readonly Statement[];
}

/** Reads one consent manager's setup; nothing where there is none of it. */
export interface SetupReader {
  readonly of: DialectName;
  /** The attribute in which its pages say a category or service; its names in the value of one. */
  readonly namesIn: (attributes: Readonly<Record<string, string>>) => readonly string[];
  readonly read: (sources: Sources) => FoundSetup | undefined;
}

/** The value as an object, empty where it is none. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The value as a list, empty where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a text with something in it. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** The value as a number of days that a config may have. */
export function asDays(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 && value <= 400 ? value : undefined;
}

/** Texts by language, of whatever `pick` finds in each. */
export function textsOf(
  translations: Readonly<Record<string, unknown>>,
  pick: (translation: Readonly<Record<string, unknown>>) => unknown,
): Texts | undefined {
  const found = Object.entries(translations).flatMap(([language, each]) => {
    const text = asText(pick(asObject(each)));
    return text ? [[language, text] as const] : [];
  });
  return found[0] && Object.fromEntries(found);
}
