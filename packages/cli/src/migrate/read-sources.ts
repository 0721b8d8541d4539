import { readTexts } from '../site-reading/read-pages.js';
import { readPage } from '../site-reading/read-tags.js';
import type { Sources } from './found-setup.js';
import { readScripts } from './read-script.js';

/** Scripts longer than this are libraries, and no config of a site's. */
const LONGEST_SCRIPT = 300_000;

/** Everything that files, folders and addresses say, and the scripts among them that cannot be parsed. */
export async function readSources(
  from: readonly string[],
): Promise<Sources & { readonly broken: readonly string[] }> {
  const texts = (await Promise.all(from.map((each) => readTexts(each, /\.(html?|m?js|cjs|json)$/i)))).flat();
  const isScript = (name: string) => /\.(m?js|cjs|json)$/i.test(name);
  const pages = texts
    .filter(({ name }) => !isScript(name))
    .map(({ name, text, base }) => ({ name, page: readPage(text, base) }));
  const scripts = [
    ...texts.filter(({ name }) => isScript(name)).map(({ name, text }) => ({ file: name, text })),
    ...pages.flatMap(({ name, page }) =>
      page.tags
        .filter(
          ({ text, attributes }) =>
            text && !/^(text\/plain|application\/(ld\+)?json|importmap)$/.test(attributes.type ?? ''),
        )
        .map(({ text }) => ({ file: name, text })),
    ),
  ].filter(({ text }) => text.length <= LONGEST_SCRIPT);
  return { pages: pages.map(({ page }) => page), ...readScripts(scripts) };
}
