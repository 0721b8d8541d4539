/**
 * `signal` is what lets the process tidy up; without one it is killed.
 * @returns what to call when the process or folder is gone
 */
export function leaveNothing(
  what: { readonly pid: number; readonly signal?: NodeJS.Signals } | { readonly folder: string },
): () => void;
