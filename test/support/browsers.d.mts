/** Path of the browser (for WebKit: of its driver), or nothing. */
export function find(name: string): string | undefined;
export const chromiumArgs: string[];
/** Finds the browsers named, installing what is missing. Returns what could not be had. */
export function ensure(names: string[]): Promise<string[]>;
