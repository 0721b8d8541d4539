import { basename } from 'node:path';
import { checkConfig } from '@consentry/config';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { composeMigration } from '../migrate/compose-migration.js';
import type { FoundSetup, SetupReader, Sources } from '../migrate/found-setup.js';
import { readCookiebot, readOnetrust } from '../migrate/read-hosted.js';
import { readKlaro } from '../migrate/read-klaro.js';
import { readOrejime } from '../migrate/read-orejime.js';
import { readSources } from '../migrate/read-sources.js';
import { readTarteaucitron } from '../migrate/read-tarteaucitron.js';
import { readVanillaCookieconsent } from '../migrate/read-vanilla-cookieconsent.js';
import { writeNewFile } from '../write-new-file.js';

const READERS: readonly SetupReader[] = [
  readVanillaCookieconsent,
  readKlaro,
  readOrejime,
  readTarteaucitron,
  readCookiebot,
  readOnetrust,
];

/** Options of {@link migrate}. */
export interface MigrateOptions {
  /** Pages, configs, folders of them, and addresses. */
  readonly sources: readonly string[];
  /** The consent manager, where it is known beforehand. */
  readonly from?: string | undefined;
  readonly out: string;
  /** Writes over what is there. */
  readonly force: boolean;
  readonly json: boolean;
  /** Answers given beforehand. */
  readonly site?: string | undefined;
  readonly languages?: string | undefined;
}

const SITE = /^[a-z][a-z0-9-]{0,49}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * `consentry migrate SOURCE…`: makes a config out of another consent manager's, whose markup in the pages is honoured as it
 * is. Nothing that it reads is run. Ends with 1 where there is no consent manager that it knows.
 */
export async function migrate(options: MigrateOptions, print: (line: string) => void): Promise<void> {
  const { sources: from, out, force, json } = options;
  if (!from[0])
    throw new CommandError('Read what? consentry migrate PAGE.html|CONFIG.js|FOLDER|https://…', 2);
  const readers = options.from === undefined ? READERS : READERS.filter(({ of }) => of === options.from);
  if (!readers[0])
    throw new CommandError(
      `--from: is "${options.from}"; expected one of ${READERS.map(({ of }) => of).join(', ')}.`,
      2,
    );
  const sources = await readSources(from);
  const { reader, setup } = findSetup(readers, sources, options.from);
  const catalogue = await loadCatalogue();
  const site = options.site ?? siteName(from[0]);
  if (!SITE.test(site))
    throw new CommandError(`"${site}": expected lower-case letters, digits and dashes.`, 2);
  const languages = siteLanguages(options.languages, setup, sources);
  const made = composeMigration(setup, reader, sources, catalogue, { site, languages });
  const { problems } = checkConfig(made.config, catalogue);
  if (problems) throw new Error(`The config that was made is wrong: ${JSON.stringify(problems)}`);
  await writeNewFile(out, `${JSON.stringify(made.config, null, 2)}\n`, force);

  const { source, left = [], implied = [] } = setup;
  const report = {
    ...{ file: out, from: reader.of, languages },
    purposes: Object.keys(made.config.purposes as object),
    vendors: Object.keys(made.config.vendors as object),
    ...{ loaded: made.loaded, stayInPages: made.stayInPages, untold: made.untold },
    unknown: made.unknown.map(({ name }) => name),
    ...{ implied, left, untranslated: made.untranslated },
    notLiteral: source?.unread.map((path) => `${source.file}: ${source.what} ${path}`.trim()) ?? [],
    broken: sources.broken,
  };
  if (json) return print(JSON.stringify(report, undefined, 2));
  print(
    `${out} is written, from ${reader.of}: purposes ${report.purposes.join(', ')}; languages ${languages.join(', ')}.`,
  );
  for (const id of made.loaded)
    print(`  ${id}: its adapter takes care of it; a script of its own in the pages would run twice.`);
  for (const id of made.stayInPages)
    print(`  ${id}: its tags stay in the pages as they are, and wait there.`);
  for (const id of made.untold)
    print(
      `  ${id}: nothing loads it yet. Take "adapter": false out and give "options": ${catalogue[id]?.options.required?.join(', ')}.`,
    );
  for (const { name, cookies = [] } of made.unknown)
    print(
      `  ${name}: nobody knows whose it is, so it follows its purpose. Add it under "vendors"${cookies[0] ? `, with what it stores (${cookies.join(', ')})` : ''}, and name it in dialect.categories.`,
    );
  if (implied[0]) print(`  ${implied.join(', ')}: a stored yes is not taken over, since nobody was asked.`);
  for (const line of left) print(`  ${line}`);
  for (const line of report.notLiteral)
    print(`  ${line}: is not a literal, and was not run. Look at this yourself.`);
  for (const file of sources.broken)
    print(`  ${file}: has a script that cannot be parsed. Look at this yourself.`);
  for (const path of made.untranslated) print(`  ${path}: is in another language still.`);
  print(
    `Next: consentry check ${out}; take the script of ${reader.of} out of the pages and put consentry.js first in the head; consentry serve ${out}. See docs/migrating.md.`,
  );
}

function findSetup(
  readers: readonly SetupReader[],
  sources: Sources,
  from: string | undefined,
): { readonly reader: SetupReader; readonly setup: FoundSetup } {
  const found = readers.flatMap((reader) => {
    const setup = reader.read(sources);
    return setup ? [{ reader, setup }] : [];
  });
  const [first, second] = found;
  if (!first)
    throw new CommandError(
      `There is nothing of ${from ?? 'a consent manager that is known'} in it. Name the file with its config, too.`,
      1,
    );
  if (second)
    throw new CommandError(
      `There is more than one in it: ${found.map(({ reader }) => reader.of).join(', ')}. Say which with --from.`,
      2,
    );
  return first;
}

function siteLanguages(
  given: string | undefined,
  { languages = [] }: FoundSetup,
  { pages }: Sources,
): readonly string[] {
  if (given !== undefined) {
    const list = given.split(',').map((each) => each.trim());
    for (const language of list)
      if (!LANGUAGE.test(language))
        throw new CommandError(`"${language}" is no language, e.g. ja or pt-BR.`, 2);
    return [...new Set(list)];
  }
  const spoken = pages.flatMap(({ language }) => language ?? []);
  // The pages' own first: whoever reads none of them gets the first.
  const all = [...new Set([...spoken.filter((each) => languages.includes(each)), ...languages])];
  const usable = (all[0] ? all : [...new Set(spoken)]).filter((language) => LANGUAGE.test(language));
  return usable[0] ? usable : ['en'];
}

function siteName(from: string): string {
  const name = /^https?:/i.test(from) ? new URL(from).hostname.replace(/^www\./, '') : basename(from);
  const clean = (name.split('.')[0] ?? '').toLowerCase().replace(/[^a-z0-9-]/g, '');
  return SITE.test(clean) && !/^(index|config)$/.test(clean) ? clean : 'site';
}
