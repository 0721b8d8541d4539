import { h } from 'preact';
import { fillIn } from '../fill-in.js';
import type { DialogState } from './dialog-state.js';
import { PurposeCard } from './purpose-card.js';

const MINUTES = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** What the buttons of the dialog do. */
export interface DialogActs {
  deny(): void;
  allow(): void;
  save(): void;
  close(): void;
  readonly downloadReceipt: (() => void) | undefined;
}

/** Everything inside the dialog: header, purposes, footer. */
export function DialogContent({ state, acts }: { state: DialogState; acts: DialogActs }) {
  const { content, consent } = state;
  const { texts, purposes, noticeUrl, language } = content;
  const refused = purposes.filter(({ id }) => consent.entries[id]?.refusedBySignal);
  const decidedAt = Math.max(0, ...Object.values(consent.entries).map((entry) => entry.decidedAt ?? 0));
  const button = (label: string, onClick: () => void) => (
    <button type="button" part="button" onClick={onClick}>
      {label}
    </button>
  );
  return [
    <section class="top">
      <h2 tabIndex={-1}>{texts.title}</h2>
      <button type="button" class="close" aria-label={texts.close} onClick={acts.close} />
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
      {purposes.map((purpose) => (
        <PurposeCard key={purpose.id} state={state} purpose={purpose} />
      ))}
    </section>,
    <section class="end">
      <div>
        {button(texts.deny, acts.deny)}
        {button(texts.allow, acts.allow)}
        {button(texts.save, acts.save)}
      </div>
      {decidedAt > 0 && (
        <small>
          {fillIn(texts.decided, {
            date: new Intl.DateTimeFormat(language, MINUTES).format(decidedAt * 1000),
          })}
          {acts.downloadReceipt && (
            <button type="button" part="link" onClick={() => acts.downloadReceipt?.()}>
              {texts.receipt}
            </button>
          )}
        </small>
      )}
    </section>,
  ];
}
