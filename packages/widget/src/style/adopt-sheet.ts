/**
 * Adopts a style sheet. Constructable ones pass every content security policy; Safari before 16.4 has none
 * and gets a `<style>` with the page's nonce instead.
 */
export function adoptSheet(document: Document, root: Document | ShadowRoot, css: string, nonce = ''): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    (root === document ? document.head : root).appendChild(style);
  }
}
