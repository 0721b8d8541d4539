import { h } from 'preact';
import { fillIn } from '../fill-in.js';
import { preferencesFacts } from '../preferences-facts.js';
import type { DialogState } from './dialog-state.js';
import { History, momentText } from './history.js';
import { LanguageList } from './language-list.js';
import { PurposeCard } from './purpose-card.js';
import { SearchField } from './search-field.js';

/** Everything in the preferences: header, purposes, footer. */
export function DialogContent({ state }: { state: DialogState }) {
  const { content, consent, acts, history } = state;
  const { texts, purposes, noticeUrl, language } = content;
  const { intro, signal, decidedAt } = preferencesFacts(content, consent);
  const [latest] = history;
  const button = (label: string, name: string, onClick: () => void) => (
    <button type="button" part="button" name={name} onClick={onClick}>
      {label}
    </button>
  );
  return [
    <section class="top">
      <h2 tabIndex={-1}>{texts.title}</h2>
      <LanguageList state={state} />
      {acts.close && <button type="button" class="close" aria-label={texts.close} onClick={acts.close} />}
    </section>,
    <section class="body">
      <p>
        {intro}{' '}
        {noticeUrl && (
          <a part="link" href={noticeUrl}>
            {texts.notice}
          </a>
        )}
      </p>
      {signal && <p class="signal">{signal}</p>}
      <SearchField state={state} />
      {purposes.map((purpose) => (
        <PurposeCard key={purpose.id} state={state} purpose={purpose} />
      ))}
      <History state={state} />
    </section>,
    <section class="end">
      <div>
        {button(texts.deny, 'deny', acts.deny)}
        {button(texts.allow, 'allow', acts.allow)}
        {button(texts.save, 'save', acts.save)}
      </div>
      {decidedAt > 0 && (
        <small>
          {fillIn(texts.decided, { date: momentText(decidedAt, language) })}
          {latest && (
            <button type="button" part="link" onClick={latest.download}>
              {texts.receipt}
            </button>
          )}
        </small>
      )}
    </section>,
  ];
}
