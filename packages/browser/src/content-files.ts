import type { ContentFiles } from './fetch-content.js';

/** Tags that say which language is spoken by where it is, and those that CLDR keeps apart: browsers send both. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['zh-CN', 'zh-SG', 'zh'],
  'zh-Hant': ['zh-TW', 'zh-HK', 'zh-MO'],
  no: ['nb', 'nn'],
  he: ['iw'],
  id: ['in'],
};

/**
 * The files under every tag that visitors' browsers may say for them. The site's own come first. So pages
 * need no table of scripts.
 */
export function withAliases(files: ContentFiles): ContentFiles {
  const aliases = Object.entries(files).flatMap(([language, sign]) =>
    (ALSO[language] ?? []).map((alias) => [alias, sign] as const),
  );
  return { ...files, ...Object.fromEntries(aliases.filter(([alias]) => !Object.hasOwn(files, alias))) };
}

/** The files of the languages that a site speaks, in its own order; all of them where it speaks none. */
export function spokenFiles(files: ContentFiles, languages: readonly string[]): ContentFiles {
  const spoken = languages.filter((language) => Object.hasOwn(files, language));
  return spoken[0] ? Object.fromEntries(spoken.map((language) => [language, files[language] ?? ''])) : files;
}

/** The languages there are files for, without their aliases. */
export function fileLanguages(files: ContentFiles): string[] {
  return Object.keys(files).filter((tag) => files[tag]?.startsWith(`${tag}.`));
}
