import { createHash } from 'node:crypto';
import { compileBanner } from '@consentry/browser/compile-shown';
import type { ConsentryConfig } from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import { bannerView } from '@consentry/widget/banner-view';
import { bannerStyle } from '@consentry/widget/style';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Catalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { bundle } from './bundle.js';
import { literal } from './file-list.js';
import { widgetTexts } from './widget-texts.js';

/** The banner as HTML, for the site's own template. */
export interface InlineBanner {
  /** Goes right behind `<body>`. */
  readonly html: string;
  /** For `style-src` and `script-src` of the page's policy: `'sha256-…'`. */
  readonly style: string;
  readonly script: string;
}

/**
 * Writes the banner's first layer in each language of a config. A visitor who has decided never sees it; whoever has not
 * sees it in the page's first paint, and its buttons decide at once.
 */
export async function inlineBanners(
  config: ConsentryConfig,
  catalogue: Catalogue,
): Promise<Readonly<Record<string, InlineBanner>>> {
  const { appearance = {}, cookie, purposes, regime } = config;
  const gpc =
    (regime?.gpc ?? STRICTEST.gpc) === 'deny' && Object.values(purposes).some(({ signals }) => signals?.[0]);
  if (appearance.layout === 'modal') {
    throw new CommandError(
      'appearance.layout: is "modal"; a modal banner is opened by script, so there is nothing to inline.',
      1,
    );
  }
  if (regime?.byPlace) {
    throw new CommandError(
      'regime.byPlace: is true; a banner in the HTML is written before anybody knows the place, and what it may say depends on it.',
      1,
    );
  }
  // Until its own script has seen that there is something to ask, and where no script runs, it is not there.
  const css = `${bannerStyle(appearance).css}:host(:not([asks])){display:none!important}`;
  const banners: Record<string, InlineBanner> = {};
  for (const language of config.languages) {
    const texts = await widgetTexts(language);
    const content = compileBanner(config, catalogue, language, texts.banner);
    const consent = {
      pending: content.purposes.map(({ id }) => id),
      record: undefined,
      model: config.regime?.model ?? STRICTEST.model,
    };
    const face = h(
      'section',
      { part: 'surface', lang: language, 'aria-label': content.texts.title },
      bannerView(content, consent, {}),
    );
    const text = (
      await bundle(script({ cookie: cookie?.name ?? 'consentry', language, ...(gpc ? { gpc } : {}) }))
    ).trim();
    const dir = content.dir ? ` dir="${content.dir}"` : '';
    banners[language] = {
      html: [
        `<consentry-banner lang="${language}"${dir}><template shadowrootmode="open"><style>${css}</style>`,
        `${renderToString(face)}</template></consentry-banner><script>${text}</script>\n`,
      ].join(''),
      style: hashOf(css),
      script: hashOf(text),
    };
  }
  return banners;
}

const script = (options: object) =>
  `import { inlineBanner } from '@consentry/browser/inline-banner';\ninlineBanner(${literal(options)});`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
