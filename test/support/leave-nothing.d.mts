/** @returns what to call when the process or folder is gone */
export function leaveNothing(what: { readonly pid: number } | { readonly folder: string }): () => void;
