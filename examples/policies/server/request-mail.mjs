// A mail to the desk: a draft to look at and to open. The page itself sends nothing.
import { html } from 'hono/html';
import { rightChoice } from './right-choice.mjs';

export function mailPart(context) {
  const { site, language, document, words, rights, asked, text } = context;
  const desk = document.contacts.find(({ email }) => email);
  const right = rights.find(({ id }) => id === asked.right);
  return html`<form method="get" action="/${site}/request.${language}.html">
${rightChoice(context, right?.id)}
<button class="button" type="submit">${words.mailDraft}</button>
</form>${right ? draft() : ''}`;

  function draft() {
    const subject = words.subject.replace('{right}', right.name);
    const body = words.body.replace('{right}', right.name).replace('{desk}', text(desk.desk));
    const href = `mailto:${desk.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
    return html`<div class="done" role="status"><h3>${words.draft}</h3>
<p><b>${desk.email}</b><br>${subject}</p><pre>${body}</pre>
<p>${words.draftHint}</p><p><a class="button" href="${href}">${words.openDraft}</a></p></div>`;
  }
}
