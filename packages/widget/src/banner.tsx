import type { ConsentSnapshot, DecisionContext, ListenableStore } from '@consentry/core';
import { bannerView } from './banner-view.js';
import type { BannerContent } from './content.js';
import type { FaceStyle } from './style/index.js';
import { createSurface } from './surface.js';

/** What the banner needs of a consent manager. Deciding may take time: what does it may still be loading. */
export interface BannerControls {
  readonly $consent: Pick<ListenableStore<ConsentSnapshot>, 'get' | 'listen'>;
  grant(ids?: readonly string[], context?: DecisionContext): unknown;
  deny(ids?: readonly string[], context?: DecisionContext): unknown;
}

/** Options of {@link mountBanner}. */
export interface BannerHost {
  readonly manager: BannerControls;
  readonly document: Document;
  readonly content: BannerContent;
  /** Made by `bannerStyle`. */
  readonly style: FaceStyle;
  /** Makes the page wait for an answer, for the layout `modal`: `openModal`. @default the page goes on */
  readonly openModal?: ((face: HTMLDialogElement) => void) | undefined;
  /** Called when the visitor wants to choose; `opener` is where focus belongs afterwards. */
  readonly openPreferences: (opener?: HTMLElement) => void;
  /** Hash of what is shown, for the record. */
  readonly shown?: string | undefined;
  /** Nonce of the page's policy; only browsers without constructable style sheets need it (Safari before 16.4). */
  readonly nonce?: string;
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
 * Shows the banner for as long as something has to be asked, whichever tab answers it. One that stands in the page's own
 * HTML is taken over.
 *
 * Only a press of deny or allow decides. On the first ask that is about everything; later about what is
 * pending, so that earlier answers stand.
 */
export function mountBanner(host: BannerHost): Banner {
  const { manager, document, content, openPreferences, openModal, shown } = host;
  const { language } = content;
  const { element, face, draw } = createSurface(
    host,
    'consentry-banner',
    openModal ? 'dialog' : 'section',
    document.querySelector<HTMLElement>('consentry-banner'),
  );
  const { scrollHeight, clientHeight } = document.documentElement;
  element.setAttribute('asks', '');
  element.toggleAttribute('scrolls', scrollHeight > clientHeight);
  const choose = (event: Event) => openPreferences(event.currentTarget as HTMLElement);
  let stop: (() => void) | undefined;
  const redraw = () => {
    const consent = manager.$consent.get();
    const { record, pending } = consent;
    const decide = (act: 'grant' | 'deny') => async () => {
      // The answer is given; what takes it may still have to arrive, and if it does not, nothing was decided.
      draw('');
      await manager[act](record ? pending : undefined, { via: 'banner', language, shown });
      if (stop) redraw();
    };
    const acts = { deny: decide('deny'), allow: decide('grant'), choose };
    draw(pending[0] && bannerView(content, consent, acts));
    if (pending[0]) openModal?.(face as HTMLDialogElement);
  };
  const hide = () => {
    stop?.();
    stop = undefined;
    draw('');
  };
  const show = () => {
    stop?.();
    stop = manager.$consent.listen(redraw);
    redraw();
  };
  show();
  return { element, show, hide };
}
