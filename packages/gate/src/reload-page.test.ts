import { afterEach, describe, expect, it, vi } from 'vitest';
import { reloadPage } from './reload-page.js';

afterEach(() => document.body.replaceChildren());

/** Reloads a page with these fields; answers whether the visitor was asked first. */
function asksOn(html: string, change = () => {}): boolean {
  document.body.innerHTML = html;
  change();
  const reload = vi.fn();
  const listeners: ((event: Event) => void)[] = [];
  const view = {
    document,
    location: { reload },
    addEventListener: (_: string, listener: (event: Event) => void) => listeners.push(listener),
  } as unknown as Window;
  reloadPage(view);
  expect(reload).toHaveBeenCalledOnce();
  const event = new Event('beforeunload', { cancelable: true });
  for (const listener of listeners) listener(event);
  return event.defaultPrevented;
}
const field = <T extends Element>(selector: string) => document.querySelector(selector) as T;

describe('a reload', () => {
  it('asks nobody who has filled in nothing', () => {
    expect(asksOn('<p>A page</p>')).toBe(false);
    expect(
      asksOn(
        '<form><input><textarea></textarea><input type="checkbox" checked><input type="hidden" value="token">' +
          '<input type="submit" value="Send"><select><option>a<option selected>b</select></form>',
      ),
    ).toBe(false);
  });

  it('asks a visitor who has written something', () => {
    expect(asksOn('<input>', () => (field<HTMLInputElement>('input').value = 'Kim'))).toBe(true);
    expect(asksOn('<textarea></textarea>', () => (field<HTMLTextAreaElement>('textarea').value = 'x'))).toBe(
      true,
    );
  });

  it('asks a visitor whose words a framework has put into the attribute too', () => {
    expect(asksOn('<input value="Kim">')).toBe(true);
  });

  it('asks a visitor who has ticked or chosen something', () => {
    const tick = () => {
      field<HTMLInputElement>('input').checked = true;
    };
    expect(asksOn('<input type="checkbox">', tick)).toBe(true);
    const choose = () => {
      field<HTMLSelectElement>('select').selectedIndex = 1;
    };
    expect(asksOn('<select><option>a<option>b</select>', choose)).toBe(true);
  });
});
