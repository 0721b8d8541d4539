import type { LocalText } from '@consentry/config';
import { USUAL_PURPOSES } from '../site-reading/compose-config.js';
import type { FoundName, Texts } from './found-setup.js';
import { purposeIdOf } from './known-names.js';
import { plainText } from './plain-text.js';

/** A text of the config for each language of the site. */
export type InLanguages = (path: string, ...sources: readonly (Texts | LocalText | undefined)[]) => LocalText;

/** Takes each text from the first source that has it in the language; notes those that have it in none. */
export function textsIn(languages: readonly string[], untranslated: string[]): InLanguages {
  return (path, ...sources) => {
    const found = sources.flatMap((source) => (source ? [source as Texts] : []));
    const any = found.flatMap((source) => Object.values(source))[0] ?? '';
    return Object.fromEntries(
      languages.map((language) => {
        const own = found
          .map((texts) => texts[language] ?? texts[language.split('-')[0] ?? ''])
          .find((text) => text !== undefined);
        // What has no language of its own is in the site's first.
        const first = found.map((texts) => texts['']).find((text) => text !== undefined);
        const text = own ?? (language === languages[0] ? first : undefined);
        if (text === undefined) untranslated.push(`${path}.${language}`);
        return [language, plainText(text ?? first ?? any)];
      }),
    );
  };
}

/** The purposes that categories come to, in their order; several of one kind become one. */
export function composePurposes(
  categories: readonly FoundName[],
  inLanguages: InLanguages,
): Readonly<Record<string, object>> {
  const purposes: Record<string, object> = {};
  for (const { name, exempt, label, description } of categories) {
    const id = purposeIdOf(name);
    if (Object.hasOwn(purposes, id)) continue;
    const usual = USUAL_PURPOSES[id];
    const own = description ?? (label ? undefined : usual?.description);
    purposes[id] = {
      ...(exempt ? { exempt: true } : {}),
      label: inLanguages(`purposes.${id}.label`, label ?? usual?.label ?? { '': name }, usual?.label),
      ...(own ? { description: inLanguages(`purposes.${id}.description`, own, usual?.description) } : {}),
      ...(id === 'marketing' && !exempt ? { signals: ['gpc'] } : {}),
    };
  }
  return purposes;
}
