/** Tells the page by a DOM event `consentry:<name>` on the document. */
export function announce(name: string, detail: unknown): void {
  document.dispatchEvent(new CustomEvent(`consentry:${name}`, { detail }));
}
