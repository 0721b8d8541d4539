import type { AdapterEntry } from './catalogue.js';
import type { Problem } from './problem.js';
import type { ConsentryConfig, VendorConfig } from './schema.js';

/** A `since` that names a notice version which has not been yet. */
export function sinceProblems(
  { notice }: ConsentryConfig,
  path: string,
  since: number | undefined,
): Problem[] {
  const version = notice?.version ?? 1;
  if (since === undefined || since <= version) return [];
  return [
    { path: `${path}.since`, value: since, expected: `a notice version up to ${version} (notice.version)` },
  ];
}

/** The languages of the config that a text lacks. */
export function missingTexts({ languages }: ConsentryConfig, path: string, text: unknown): Problem[] {
  if (typeof text !== 'object' || text === null) return [];
  return languages
    .filter((language) => !hasText(text, language))
    .map((language) => ({
      path: `${path}.${language}`,
      expected: 'a text; this language is in "languages"',
    }));
}

/** Whether there is a text in the language, or in the one it extends (`en` for `en-GB`). */
export function hasText(text: object, language: string): boolean {
  return Object.hasOwn(text, language) || Object.hasOwn(text, language.split('-')[0] as string);
}

/** The adapter a vendor uses; none where its tags are marked in the page, or it works in mails. */
export function adapterName(id: string, { adapter = id, channel }: VendorConfig): string | undefined {
  return adapter === false || channel === 'email' ? undefined : adapter;
}

/** The purposes a vendor serves: the config's, else its adapter's usual one. */
export function purposesOf(vendor: VendorConfig, adapter: AdapterEntry | undefined): readonly string[] {
  return vendor.purposes ?? (adapter ? [adapter.purpose] : []);
}
