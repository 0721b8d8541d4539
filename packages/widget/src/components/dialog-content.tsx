import { h } from 'preact';
import { fillIn } from '../fill-in.js';
import type { DialogState } from './dialog-state.js';
import { History, momentText } from './history.js';
import { LanguageList } from './language-list.js';
import { PurposeCard } from './purpose-card.js';
import { SearchField } from './search-field.js';

/** Everything in the preferences: header, purposes, footer. */
export function DialogContent({ state }: { state: DialogState }) {
  const { content, consent, acts, history } = state;
  const { texts, purposes, noticeUrl, language } = content;
  const refused = purposes.filter(({ id }) => consent.entries[id]?.refusedBySignal);
  const decidedAt = Math.max(0, ...Object.values(consent.entries).map((entry) => entry.decidedAt ?? 0));
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
        {consent.model === 'opt-in' ? texts.intro : texts.introRunning}{' '}
        {noticeUrl && (
          <a part="link" href={noticeUrl}>
            {texts.notice}
          </a>
        )}
      </p>
      {consent.gpc && refused.length > 0 && (
        <p class="signal">
          {fillIn(texts.signal, { purposes: refused.map(({ label }) => label).join(texts.comma) })}
        </p>
      )}
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
          {fillIn(texts.decided, { date: momentText(decidedAt * 1000, language) })}
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
