/** The content files of one face: by language, what is in the file's name of its hash. */
export type ContentFiles = Readonly<Record<string, string>>;

/** The name under which a build writes what a face shows in one language. */
export const contentName = (face: string, language: string, sign: string) =>
  `consentry-${face}.${language}.${sign}.json`;

/** Fetches what a face shows in one language, beside `base`. Rejects when it does not come. */
export async function fetchContent<Content>(
  base: string,
  face: string,
  language: string,
  files: ContentFiles,
): Promise<Content> {
  const url = new URL(contentName(face, language, files[language] as string), base);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}
