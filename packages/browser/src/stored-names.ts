/**
 * The names of everything this page's origin has stored, in one text: a look that costs little, to see
 * whether the code that removes or sends what is stored has to be loaded at all.
 */
export function storedNames(): string {
  try {
    return [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join();
  } catch {
    return ''; // refused storage holds nothing of anybody's
  }
}
