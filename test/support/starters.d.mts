/** Templates of create-vite by name, with the framework's package. */
export const STARTERS: Readonly<Record<string, string | undefined>>;
