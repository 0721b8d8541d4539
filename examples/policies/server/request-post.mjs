// Certified mail: what to put into the envelope, from the document, for whoever asks for what.
import { html } from 'hono/html';
import { rightChoice } from './right-choice.mjs';

const WHO = ['self', 'proxy', 'statutoryAgent'];

export function postPart(context) {
  const { site, language, document, words, rights, asked } = context;
  const { identity = {} } = document.requests;
  const who = WHO.filter((one) => identity[one]);
  const right = rights.find(({ id }) => id === asked.right);
  const applicant = who.includes(asked.who) ? asked.who : undefined;
  return html`<form method="get" action="/${site}/request.${language}.html">
${rightChoice(context, right?.id)}
<fieldset class="choice"><legend>${words.who}</legend>${who.map(
    (one) =>
      html`<label><input type="radio" name="who" value="${one}" required ${one === applicant ? 'checked' : ''}>${words.applicants[one]}</label>`,
  )}</fieldset>
<button class="button" type="submit">${words.showPapers}</button>
</form>${right && applicant ? checklist(context, right, applicant) : ''}`;
}

function checklist({ language, document, words, text }, right, applicant) {
  const { requests } = document;
  const { identity, forms = [], fee, channels } = requests;
  const form = forms[words.formOf[right.id] ?? words.otherForm];
  const address = channels.find(({ by }) => by === 'certified-post')?.address;
  const papers = [
    ...(form ? [words.form.replace('{form}', text(form.name))] : []),
    ...papersOf(identity[applicant]),
  ];
  const isCharged = fee?.appliesTo.includes(right.id);
  return html`<div class="done" role="status"><h3>${words.checklist}: ${right.name}</h3>
<ul>${papers.map((paper) => html`<li>${paper}</li>`)}</ul>
${applicant === 'self' ? '' : html`<p>${words.alsoPapers}</p><ul>${papersOf(identity.self).map((paper) => html`<li>${paper}</li>`)}</ul>`}
<h3>${words.fee}</h3>${isCharged ? html`<p><b>${money(fee, language)}</b></p><p>${text(fee.payment)}</p>` : html`<p>${words.noFee}</p>`}
<h3>${words.to}</h3><p>${text(address)}</p></div>`;

  function papersOf(of = {}) {
    const any = (of.oneOf ?? []).map(text).join(language === 'ja' ? '、' : ', ');
    return [
      ...(of.allOf ?? []).map(({ name, maxAge }) => text(name) + (maxAge ? notOlder(maxAge) : '')),
      ...(any ? [(language === 'ja' ? '次のいずれか：' : 'One of these: ') + any] : []),
    ];
  }

  function notOlder(maxAge) {
    const [, count = '1'] = /^P(\d+)M$/.exec(maxAge) ?? [];
    const unit = { style: 'unit', unit: 'month', unitDisplay: 'long' };
    const period = new Intl.NumberFormat(language, unit).format(Number(count));
    return language === 'ja' ? `（発行から${period}以内）` : ` (not older than ${period})`;
  }
}

const money = ({ amount, currency }, language) =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
