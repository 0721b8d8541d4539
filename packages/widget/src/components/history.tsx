import { h } from 'preact';
import { fillIn } from '../fill-in.js';
import type { DialogState } from './dialog-state.js';

const MINUTES = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

/** A moment in the visitor's own time, from milliseconds since 1970. */
export function momentText(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, MINUTES).format(at);
}

/** What the visitor has decided so far, each with its receipt; nothing while there is none. */
export function History({ state }: { state: DialogState }) {
  const { history, content } = state;
  const { texts, purposes, language } = content;
  if (!history[0]) return null;
  return (
    <details class="card">
      <summary class="row">{texts.history}</summary>
      <ol>
        {history.map(({ at, statuses, download }) => {
          const labels = (granted: boolean) =>
            purposes
              .filter(({ id }) => statuses[id] && (statuses[id] === 'granted') === granted)
              .map(({ label }) => label)
              .join(texts.comma);
          const date = momentText(at, language);
          const line = (template: string, granted: boolean) =>
            labels(granted) && <p>{fillIn(template, { purposes: labels(granted) })}</p>;
          return (
            <li class="row">
              <section>
                <h4>{date}</h4>
                {line(texts.granted, true)}
                {line(texts.refused, false)}
              </section>
              <button type="button" part="link" aria-label={`${texts.receipt}: ${date}`} onClick={download}>
                {texts.receipt}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
