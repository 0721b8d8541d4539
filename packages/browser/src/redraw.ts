import { createConsentManager, type Regime } from '@consentry/core';
import type { BannerContent, EmbedsContent, FaceStyle, PreferencesContent } from '@consentry/widget';
import { mountBanner } from '@consentry/widget/banner';
import { drawEmbed, drawReopenButton } from '@consentry/widget/embed';
import { openModal } from '@consentry/widget/open-modal';
import { mountPreferences } from '@consentry/widget/preferences';

/** How something is drawn again. */
export interface Redrawing {
  readonly face: 'banner' | 'preferences' | 'embeds';
  readonly model: Regime;
  readonly style: FaceStyle;
  /** Style of placeholders and of the button that opens the preferences. */
  readonly embedCss: string;
  readonly isModal: boolean;
}

/**
 * Draws what was shown to visitors as it was, to be looked at: for somebody who had not decided yet. Its buttons work, and
 * what they decide is kept nowhere.
 */
export function redraw({ face, model, style, embedCss, isModal }: Redrawing, shown: object): void {
  if (face === 'embeds') {
    redrawEmbeds(shown as EmbedsContent, embedCss);
    return;
  }
  const manager = undecided(shown as PreferencesContent, model);
  if (face === 'preferences')
    mountPreferences({ manager, document, style, content: shown as PreferencesContent }).open();
  else
    mountBanner({
      ...{ manager, document, style, content: shown as BannerContent, openPreferences() {} },
      ...(isModal ? { openModal } : {}),
    });
}

/** A manager of somebody who has not decided, and whose decisions nobody keeps. */
function undecided({ purposes, vendors }: PreferencesContent, model: Regime) {
  let kept: string[] = [];
  return createConsentManager(
    {
      purposes: purposes.map(({ id, exempt }) => ({ id, exempt })),
      // The banner has names only.
      vendors: (Array.isArray(vendors) ? vendors : []).map(({ id, purposes }) => ({ id, purposes })),
      regime: { model },
    },
    {
      cookies: {
        read: () => kept,
        write: (text) => {
          kept = [text];
        },
      },
      tabs: { announce() {}, listen: () => () => {} },
      navigator: undefined,
    },
  );
}

function redrawEmbeds(content: EmbedsContent, css: string): void {
  const main = document.querySelector('main') as HTMLElement;
  for (const place of Object.values(content.places)) {
    const target = document.createElement('div');
    target.className = 'place';
    main.append(target);
    drawEmbed(target, { content, place, css, once() {}, always() {}, more() {} });
  }
  const button = document.createElement('consentry-button');
  main.append(button);
  drawReopenButton(button, content, css);
}
