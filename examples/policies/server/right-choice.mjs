// What can be asked for, as one question of a form.
import { html, raw } from 'hono/html';

/** Radio buttons for what can be asked for. */
export function rightChoice({ words, rights }, chosen, invalid = false) {
  return html`<fieldset class="choice"${invalid ? raw(' aria-invalid="true" aria-describedby="right-error"') : ''}>
<legend>${words.choose}</legend>
${rights.map(
  ({ id, name }) =>
    html`<label><input type="radio" name="right" value="${id}" required${id === chosen ? raw(' checked') : ''}>${name}</label>`,
)}</fieldset>`;
}
