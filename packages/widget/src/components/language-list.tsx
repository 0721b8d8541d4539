import { h } from 'preact';
import type { DialogState } from './dialog-state.js';

/** A list of the languages there are, each by its own name; nothing where there is one. */
export function LanguageList({ state: { content, languages, acts } }: { state: DialogState }) {
  if (!languages?.available[1]) return null;
  const { language, texts } = content;
  return (
    <select
      aria-label={texts.language}
      value={language}
      onChange={(event) => acts.speak(event.currentTarget.value)}
    >
      {languages.available.map((tag) => (
        <option value={tag} lang={tag} selected={tag === language}>
          {new Intl.DisplayNames([tag], { type: 'language' }).of(tag)}
        </option>
      ))}
    </select>
  );
}
