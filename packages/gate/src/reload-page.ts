/**
 * Reloads the page. Where the visitor has begun to fill in a form, the browser asks first, in its own words and
 * language; whoever stays keeps the form, and what was withdrawn stays withheld by the gate alone.
 */
export function reloadPage(window: Window): void {
  if ([...window.document.querySelectorAll<Field>('input, textarea, select')].some(isFilledIn)) {
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { once: true });
  }
  window.location.reload();
}

/** Types whose value the page gives. */
const NOT_WRITTEN = /^(hidden|submit|button|reset|image|range|color)$/;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Frameworks write what is typed into the attribute too, so a text counts whatever the page began with. */
function isFilledIn(field: Field): boolean {
  if (field.localName === 'select') {
    const { options } = field as HTMLSelectElement;
    const initial = [...options].findIndex((option) => option.hasAttribute('selected'));
    return (field as HTMLSelectElement).selectedIndex > Math.max(initial, 0);
  }
  const { type, checked, defaultChecked, value } = field as HTMLInputElement;
  if (type === 'checkbox' || type === 'radio') return checked !== defaultChecked;
  return value !== '' && !NOT_WRITTEN.test(type);
}
