// A page like any other, with a place for everything that the widget can put into one.
import { html, raw } from 'hono/html';
import { LANGUAGES, LAYOUTS, THEMES } from './sites.mjs';

const WORDS = {
  en: ['A day by the sea', 'Waves come and go, and so do the gulls.', 'A film of it'],
  ja: ['海辺の一日', '波が寄せては返し、かもめもまた同じように。', 'その日の映像'],
  ar: ['يوم على شاطئ البحر', 'تأتي الأمواج وتذهب، وكذلك النوارس.', 'فيلم عنه'],
  de: ['Ein Tag am Meer', 'Wellen kommen und gehen, die Möwen auch.', 'Ein Film davon'],
};

/** The first page: a link to each of the others. */
export const index = () =>
  document_(
    'en',
    'Consentry: gallery',
    '',
    html`<h1>Every layout and theme</h1>
      <ul>
        ${Object.keys(LAYOUTS).map(
          (layout) =>
            html`<li>${layout}: ${THEMES.map((theme) => html`<a href="/${layout}/${theme}/en/">${theme}</a> `)}</li>`,
        )}
      </ul>`,
  );

/** One page; `inline` is the banner as HTML, or nothing. */
export function page({ layout, theme, language, video, inline = '' }) {
  const [title, text, film] = WORDS[language];
  const base = `/${layout}/${theme}`;
  return document_(
    language,
    title,
    html`<script src="${base}/consentry.js"></script>`,
    html`${raw(inline)}
      <header>
        ${LANGUAGES.map((tag) => html`<a href="${base}/${tag}/" lang="${tag}">${tag}</a> `)}
        <a href="/">gallery</a>
      </header>
      <main>
        <h1>${title}</h1>
        <p>${text}</p>
        <h2>${film}</h2>
        <iframe class="film" title="${film}" data-consentry="video" data-consentry-src="http://${video}/film.html" data-consentry-image="/poster.svg"></iframe>
        <div class="place" data-consentry-embed="video"></div>
        <p><input aria-label="Name" /> <button type="button" id="page-button">OK</button></p>
        <consentry-preferences></consentry-preferences>
      </main>
      <footer>
        <consentry-button></consentry-button>
        <consentry-button opens="do-not-sell"></consentry-button>
        <consentry-button floating></consentry-button>
      </footer>`,
  );
}

const document_ = (language, title, head, body) =>
  html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style.css">
    ${head}
  </head>
  <body>${body}</body>
</html>`;

/** A page of ours in a frame of that size. */
export const windowOf = (width, height, path) =>
  html`<!doctype html><html lang="en"><title>Window</title>
<iframe id="window" title="Window" width="${width}" height="${height}" src="${path}"></iframe></html>`;

export const STYLE = `
:root { color-scheme: light dark; font: 17px/1.6 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1rem; }
.film { width: 100%; aspect-ratio: 16 / 9; border: 0; }
.place { height: 14rem; margin-block: 1rem; }
header a, footer > * { margin-inline-end: 1rem; }
`;
export const POSTER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#7fb2d6"/><rect y="6" width="16" height="3" fill="#e8d9b5"/></svg>`;
