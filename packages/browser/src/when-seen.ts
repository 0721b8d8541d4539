/** While the browser only renders the page ahead there is no visitor yet. */
export function whenSeen(run: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', run, { once: true });
  else run();
}
