import type { EmbedsContent } from '@consentry/widget';
import { drawEmbed, drawReopenButton } from '@consentry/widget/embed';
import type { ContentFiles } from './fetch-content.js';
import { handOver } from './hand-over.js';
import type { FetchContent, PageHost, Placing } from './parts.js';

/** What builds put into the file of what stands in the page itself. */
export interface EmbedsFile {
  /** Their style sheet. */
  readonly css: string;
  /** Its contents. */
  readonly files: ContentFiles;
  /** A policy refuses what is not allowed, so nothing can be loaded for once. */
  readonly strict?: boolean;
}

/** The whole of the file that draws placeholders and buttons where the page has a place for them. */
export function embedsFile(
  { css, files, strict }: EmbedsFile,
  /** What they say; made in the page by the build for everybody. */
  fetchEmbeds = ({ shared }: PageHost) =>
    (shared.fetchContent as FetchContent)<EmbedsContent>('embeds', files),
): void {
  handOver().deliver((host): Placing => {
    const { state, shared, withDeciding } = host;
    let content: Promise<EmbedsContent> | undefined;
    const load = () => {
      content ??= fetchEmbeds(host);
      return content;
    };

    const draw = async (target: HTMLElement) => {
      const { consentry, consentryEmbed = consentry, consentryImage } = target.dataset;
      const ids = consentryEmbed?.match(/\S+/g) ?? [];
      const content = await load();
      const place = content.places[ids[0] ?? ''];
      // Something may have been decided while the words were on their way.
      if (!place || ids.every(state.isAllowed)) return;
      const poster = consentryImage && new URL(consentryImage, document.baseURI);
      const element = drawEmbed(target, {
        content,
        place,
        css,
        poster: poster && poster.origin === location.origin && poster.href,
        once: !strict && consentry && (() => shared.releaseOnce?.(target)),
        always: () =>
          withDeciding(({ manager }) => manager.grant(ids, { via: 'embed', language: content.language })),
        more: () => withDeciding((deciding) => deciding.openPreferences(target)),
      });
      // Firefox puts another empty document into a new frame a moment later.
      target.addEventListener(
        'load',
        () => element?.isConnected || target.hasAttribute('src') || draw(target),
      );
      const stop = state.$consent.listen(() => {
        if (!ids.every(state.isAllowed)) return;
        stop();
        element?.remove();
      });
    };
    return async (target) => {
      const { localName } = target;
      if (localName === 'consentry-button') drawReopenButton(target, await load(), css);
      else if (localName === 'consentry-preferences')
        withDeciding((deciding) => deciding.embedPreferences(target));
      else await draw(target);
    };
  });
}
