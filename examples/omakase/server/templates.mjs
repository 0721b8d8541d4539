// The pages are HTML files with {{names}} in them. They are read on every request: edit, reload, see.
import { readFile } from 'node:fs/promises';

const SITE = new URL('../site/', import.meta.url);

/** A page or part, filled. A name that stands in the file and has no value is a mistake in this example. */
export async function fillTemplate(file, values) {
  const text = await readFile(new URL(file, SITE), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`site/${file}: there is no value for {{${name}}}`);
    return String(values[name]);
  });
}
