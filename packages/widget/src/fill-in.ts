/** The pieces of `template`, each `{name}` replaced; text stays text, so nothing in it is ever markup. */
export function fillIn<Piece>(
  template: string,
  values: Readonly<Record<string, Piece>>,
): (Piece | string | undefined)[] {
  return template.split(/[{}]/).map((piece, i) => (i % 2 ? values[piece] : piece));
}
