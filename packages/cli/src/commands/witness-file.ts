/** A checkpoint somebody saw: a line of a witness's file. */
export interface Sighting {
  /** ISO time, by the witness's clock. */
  readonly seen: string;
  readonly note: string;
  /** Why it was not believed; such a line is kept as evidence. */
  readonly problem?: string;
}

/** The checkpoints in a witness's file, or the one that a file is. */
export function readWitnessed(text: string): string[] {
  return text.trimStart().startsWith('{')
    ? readSightings(text)
        .filter(({ problem }) => problem === undefined)
        .map(({ note }) => note)
    : [text];
}

/** The lines of a witness's file. Throws when one is no sighting. */
export function readSightings(text: string): Sighting[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Sighting);
}
