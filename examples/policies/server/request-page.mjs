// The page on which somebody asks to see, correct or stop: by whichever way the notice accepts.
import { html, raw } from 'hono/html';
import { takeSection } from './notice-part.mjs';
import { mailPart } from './request-mail.mjs';
import { postPart } from './request-post.mjs';
import { rightChoice } from './right-choice.mjs';
import { WORDS } from './words.mjs';

/** Ways to ask that the page offers, as the document accepts them, the first being the one it is made for. */
export function waysOf({ requests, contacts = [] }) {
  const accepted = (by) => requests.channels?.some((way) => way.by === by && way.accepted);
  const refused = (by) => requests.channels?.some((way) => way.by === by && !way.accepted);
  const byMail = accepted('email') || (contacts.some(({ email }) => email) && !refused('email'));
  return [
    ...(accepted('web-form') ? ['web'] : []),
    ...(accepted('certified-post') ? ['post'] : []),
    ...(byMail ? ['mail'] : []),
    ...(requests.url ? ['linked'] : []),
  ];
}

/**
 * The main part of the page. `privacy` is the main part of the privacy notice, which has the procedure in words;
 * `asked` what the address asks for; `posted` a form with mistakes, or the number of a request that was kept.
 */
export function requestMain({ site, language, document, privacy, rights, asked = {}, posted = {} }) {
  const words = WORDS[language];
  const text = (value) => (typeof value === 'object' ? value[language] : value) ?? '';
  const context = { site, language, document, words, text, rights, asked, posted };
  const parts = { web: webPart, post: postPart, mail: mailPart, linked: linkedPart };
  const procedure = takeSection(privacy, 'requests').replace(
    /(<h2 id="requests">)[^<]*/,
    (_, tag) => tag + words.details,
  );
  return html`<main id="main" class="request">
<h1>${words.request}</h1>
<p class="lead">${words.requestLead}</p>
${waysOf(document).map((way) => html`<section class="way" aria-labelledby="way-${way}"><h2 id="way-${way}">${words.kinds[way]}</h2>${parts[way](context)}</section>`)}
${raw(procedure)}
${raw(takeSection(privacy, 'contact'))}
</main>`;
}

function webPart(context) {
  const { site, language, words, posted } = context;
  const { values = {}, wrong = [], id } = posted;
  if (id)
    return html`<div class="done" role="status"><p><b>${words.kept.replace('{id}', id)}</b></p><p>${words.keptHow}</p></div>`;
  const field = (name, control) =>
    html`<div class="field"><label for="f-${name}">${words[name]}${words.required}</label>${name === 'message' ? html`<p class="hint" id="message-hint">${words.messageHint}</p>` : ''}${control}${errorOf(words, name, wrong)}</div>`;
  const state = (name) =>
    wrong.includes(name) ? raw(` aria-invalid="true" aria-describedby="${name}-error"`) : '';
  return html`${
    wrong.length > 0
      ? html`<div class="wrong" role="alert"><p><b>${words.wrong}</b></p><ul>${wrong.map((name) => html`<li>${words.errors[name]}</li>`)}</ul></div>`
      : ''
  }<form method="post" action="/${site}/requests?language=${language}">
${rightChoice(context, values.right, wrong.includes('right'))}${errorOf(words, 'right', wrong)}
${field('name', html`<input id="f-name" name="name" autocomplete="name" maxlength="200" required value="${values.name ?? ''}"${state('name')}>`)}
${field('email', html`<input id="f-email" type="email" name="email" autocomplete="email" maxlength="254" required value="${values.email ?? ''}"${state('email')}>`)}
${field('message', html`<textarea id="f-message" name="message" rows="5" maxlength="4000" required aria-describedby="message-hint${wrong.includes('message') ? ' message-error' : ''}"${wrong.includes('message') ? raw(' aria-invalid="true"') : ''}>${values.message ?? ''}</textarea>`)}
<button class="button" type="submit">${words.send}</button>
</form>`;
}

const errorOf = (words, name, wrong) =>
  wrong.includes(name) ? html`<p class="error" id="${name}-error">${words.errors[name]}</p>` : '';

function linkedPart({ words, document }) {
  const { url } = document.requests;
  return html`<p>${words.linkedLead}</p><p><a class="button" href="${url}" rel="noreferrer">${url}</a></p>`;
}
