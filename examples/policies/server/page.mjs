// The frame of every page: who it is, where the notices are, and the button of the settings.
import { html, raw } from 'hono/html';
import { SITES } from './sites.mjs';
import { WORDS } from './words.mjs';

/** Addresses of a site's pages in a language. */
export const pathsOf = (site, language) => ({
  home: language === 'ja' ? `/${site}/` : `/${site}/en/`,
  privacy: `/${site}/privacy.${language}.html`,
  external: `/${site}/external.${language}.html`,
  cookies: `/${site}/cookies.${language}.html`,
  request: `/${site}/request.${language}.html`,
});
const NAV = ['home', 'privacy', 'external', 'request'];

/** A page of a site. `main` is the whole main element; `page` says which of {@link pathsOf} it is. */
export function sitePage({ site, language, page, title, main, nonce, meta = '' }) {
  const words = WORDS[language];
  const paths = pathsOf(site, language);
  const other = language === 'ja' ? 'en' : 'ja';
  const name = SITES[site].title[language];
  const link = (kind) =>
    html`<li><a href="${paths[kind]}"${kind === page ? raw(' aria-current="page"') : ''}>${words[kind]}</a></li>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${raw(meta)}
<title>${page === 'home' ? name : html`${title} | ${name}`}</title>
<link rel="icon" href="data:,">
<script nonce="${nonce}" src="/${site}/consentry.js"></script>
<link rel="stylesheet" href="/${site}/consentry/notice/notice.css">
<link rel="stylesheet" href="/style.css">
<script nonce="${nonce}" src="/app.js" defer></script>
</head>
<body data-site="${site}" data-nothing="${words.nothing}">
<a class="skip" href="#main">${words.skip}</a>
<p class="demo">${words.demo}</p>
<header class="top">
<a class="brand" href="${paths.home}">${name}</a>
<nav aria-label="${words.pages}"><ul>${NAV.map(link)}</ul></nav>
<a class="language" href="${pathsOf(site, other)[page]}" hreflang="${other}" lang="${other}">${words.other}</a>
</header>
${raw(main)}
<footer class="bottom">
<nav aria-label="${words.about}"><ul>${['external', 'privacy', 'cookies', 'request'].map(link)}
<li><button type="button" class="link" data-consentry-open="preferences">${words.settings}</button></li>
<li><a href="${language === 'ja' ? '/' : '/en/'}">${words.index}</a></li></ul></nav>
</footer>
</body>
</html>`;
}

/** The first page: all five. It has no vendor and needs no banner. */
export function indexPage(language) {
  const words = WORDS[language];
  const other = language === 'ja' ? 'en' : 'ja';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words.indexTitle} | Consentry</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/ai-robotics/consentry/notice/notice.css">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<p class="demo">${words.demo}</p>
<header class="top"><span class="brand">Consentry</span>
<a class="language" href="${other === 'ja' ? '/' : '/en/'}" hreflang="${other}" lang="${other}">${words.other}</a></header>
<main id="main" class="home"><h1>${words.indexTitle}</h1><p class="lead">${words.indexLead}</p>
<ul class="cards">${Object.entries(SITES).map(
    ([site, { title, lead }]) =>
      html`<li><a href="${pathsOf(site, language).home}"><b>${title[language]}</b><span>${lead[language]}</span></a></li>`,
  )}</ul></main>
</body>
</html>`;
}

/** The main part of a site's home page. */
export function homeMain(site, language) {
  const words = WORDS[language];
  const paths = pathsOf(site, language);
  return html`<main id="main" class="home">
<h1>${SITES[site].title[language]}</h1>
<p class="lead">${SITES[site].lead[language]}</p>
<ul class="cards">${['privacy', 'external', 'request'].map(
    (kind) =>
      html`<li><a href="${paths[kind]}"><b>${words[kind]}</b><span>${words.blurbs[kind]}</span></a></li>`,
  )}</ul>
<section class="seen" aria-labelledby="seen"><h2 id="seen">${words.seen}</h2><p>${words.seenLead}</p>
<ol id="arrived" aria-live="polite"><li>${words.nothing}</li></ol></section>
</main>`;
}
