/**
 * Hands over every element of the page that a selector picks: those that are there, and those that come, before anybody
 * who starts to watch later hears of them.
 */
export function followElements(
  document: Document,
  selector: string,
  handle: (element: Element) => void,
): void {
  const look = (root: Document | Element) => root.querySelectorAll(selector).forEach(handle);
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        if ((node as Element).matches(selector)) handle(node as Element);
        if (node.firstChild) look(node as Element);
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  look(document);
}
