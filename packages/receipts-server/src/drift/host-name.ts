const LABEL = '[a-z0-9_][a-z0-9_-]{0,24}';
const NAME = new RegExp(`^(?=.{3,100}$)(?!.*\\d{6})(?:\\*\\.)?${LABEL}(?:\\.${LABEL}){1,2}$`);
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * Whether a text is the name of a host as pages tell it: the last three labels, `*` before them for more, none of
 * them long or a number, so that no reference to a visitor fits in. The rule is the page's own (`nameOf` in
 * `@consentry/browser`); here it is a stranger who says to have kept it.
 */
export function isHostName(text: string): boolean {
  return NAME.test(text) || ADDRESS.test(text);
}
