/** An object in text that anybody may have written, percent-encoded or not. Nothing where it is none. Never throws. */
export function readObject(text = ''): Readonly<Record<string, unknown>> | undefined {
  // As it is first: a percent sign may be part of it.
  for (const decode of [String, decodeURIComponent]) {
    try {
      const value: unknown = JSON.parse(decode(text));
      if (value && typeof value === 'object' && !Array.isArray(value))
        return value as Record<string, unknown>;
    } catch {
      // Not written in this way, or not by whom we took it for.
    }
  }
  return undefined;
}

/** The names in an object whose value says yes or no, and nothing else. */
export function readAnswers(
  found: Readonly<Record<string, unknown>> | undefined,
): { readonly answers: Readonly<Record<string, boolean>> } | undefined {
  const answers = Object.entries(found ?? {}).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return answers[0] && { answers: Object.fromEntries(answers) };
}
