import { createElement } from './create-element.js';

/** Shared by the pages for the owner: who has signed in at one need not at the other. */
const TOKEN_KEY = 'consentry-read-token';

/** A form that asks for a token, with what went wrong before. */
export function createEntrance(
  texts: { readonly token: string; readonly open: string },
  onToken: (token: string) => void,
  message: string,
): { readonly elements: readonly HTMLElement[]; readonly field: HTMLInputElement } {
  forgetToken();
  const field = createElement('input', { type: 'password', required: true, autocomplete: 'off' });
  const form = createElement(
    'form',
    { className: 'card enter' },
    createElement('label', {}, texts.token, field),
    createElement('button', { type: 'submit', className: 'main' }, texts.open),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onToken(field.value.trim());
  });
  const note = createElement('p', { className: 'note bad', role: 'alert' }, message);
  return { elements: [form, note], field };
}

/** The token of the address, or of an earlier sign-in in this tab. */
export function findToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  // The token must not stay in the address, where histories and screens show it.
  if (given) history.replaceState(null, '', location.pathname + location.search);
  return given ?? sessionStorage.getItem(TOKEN_KEY);
}

/** Keeps a token that was accepted, until the tab is closed. */
export function keepToken(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token);
}

/** Signs out. */
export function forgetToken(): void {
  sessionStorage.removeItem(TOKEN_KEY);
}
