import type { ConsentSnapshot } from '@consentry/core';
import { h } from 'preact';
import { bannerCss, bannerPageCss } from './banner-css.js';
import { composeSentence } from './banner-sentence.js';
import type { BannerContent } from './content.js';
import { createSurface } from './surface.js';
import type { WidgetHost } from './widget-host.js';

/** Options of {@link mountBanner}. */
export interface BannerHost extends WidgetHost {
  readonly content: BannerContent;
  /** Called when the visitor wants to choose; `opener` is where focus belongs afterwards. */
  readonly openPreferences: (opener?: HTMLElement) => void;
}

/** A mounted banner. */
export interface Banner {
  /** The custom-named element in the page; in it an open shadow root. */
  readonly element: HTMLElement;
  /** Brings a hidden banner back, if there is still something to ask. */
  show(): void;
  /** Takes the banner away and stops listening, without deciding anything. */
  hide(): void;
}

/**
 * Shows the banner for as long as something has to be asked, whichever tab answers it.
 *
 * Only a press of deny or allow decides. On the first ask that is about everything; later about what is
 * pending, so that earlier answers stand.
 */
export function mountBanner(host: BannerHost): Banner {
  const { manager, document, content, openPreferences, shown } = host;
  const { texts, noticeUrl, language } = content;
  const { scrollHeight, clientHeight } = document.documentElement;
  const { element, draw } = createSurface(
    host,
    'consentry-banner',
    'section',
    bannerCss,
    bannerPageCss(scrollHeight > clientHeight),
  );
  const choose = (event: Event) => openPreferences(event.currentTarget as HTMLElement);
  const button = (label: string, onClick: (event: Event) => void) => (
    <button type="button" part="button" onClick={onClick}>
      {label}
    </button>
  );
  const redraw = (consent: ConsentSnapshot) => {
    const { record, pending } = consent;
    const decide = (act: 'grant' | 'deny') => () =>
      manager[act](record ? pending : undefined, { via: 'banner', language, shown });
    draw(
      pending[0] && [
        <h2>{texts.title}</h2>,
        <p>{composeSentence(content, consent)}</p>,
        <div>
          {button(texts.deny, decide('deny'))}
          {button(texts.allow, decide('grant'))}
          {button(texts.choose, choose)}
        </div>,
        <small>
          {texts.later}
          {noticeUrl ? <a href={noticeUrl}>{texts.notice}</a> : button(texts.notice, choose)}
        </small>,
      ],
    );
  };
  let stop: (() => void) | undefined;
  const hide = () => {
    stop?.();
    draw('');
  };
  const show = () => {
    hide();
    stop = manager.$consent.listen(redraw);
    redraw(manager.$consent.get());
  };
  show();
  return { element, show, hide };
}
