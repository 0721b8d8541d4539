/** Prints what a command found: the lines for people, or with `json` the document for programs. */
export function say(
  print: (line: string) => void,
  json: boolean,
  document: object,
  lines: readonly string[],
): void {
  if (json) print(JSON.stringify(document, null, 2));
  else for (const line of lines) print(line);
}
