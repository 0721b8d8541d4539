/** Marks parts of a text for a terminal; changes nothing where there is none. */
export interface Paint {
  bold(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether a stream is to have colours: on a terminal, never with `NO_COLOR` (https://no-color.org), and with `FORCE_COLOR`
 * also where there is none.
 */
export function hasColours({ isTTY }: { readonly isTTY?: boolean }, env: Env): boolean {
  if (env.NO_COLOR) return false;
  const { FORCE_COLOR: forced } = env;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTTY === true && env.TERM !== 'dumb';
}

/** Makes a {@link Paint}; the codes are those of ECMA-48, section 8.3.117. */
export function createPaint(isColoured: boolean): Paint {
  const mark = (on: number, off: number) => (text: string) =>
    isColoured && text ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: mark(1, 22), red: mark(31, 39), yellow: mark(33, 39) };
}

/** A line of a command, with the word that asks for attention in colour. */
export function paintLine(line: string, { yellow }: Paint): string {
  return line.replace(/^(Warning|Note):/, (word) => yellow(word));
}
