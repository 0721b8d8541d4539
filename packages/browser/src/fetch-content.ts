/** The content files of one face, by tag: what is in the file's name, which is the language and a part of its hash. */
export type ContentFiles = Readonly<Record<string, string>>;

/** The name under which a build writes what a face shows in one language. */
export const contentName = (face: string, sign: string) => `consentry-${face}.${sign}.json`;

/** Fetches what a face shows, beside `base`. Rejects when it does not come. */
export async function fetchContent<Content>(
  base: string,
  face: string,
  files: ContentFiles,
  tag: string,
): Promise<Content> {
  const url = new URL(contentName(face, files[tag] as string), base);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}
