import { basename } from 'node:path';
import { checkConfig, withSuggestion } from '@consentry/config';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { composeConfig, type FirstConfig } from '../site-reading/compose-config.js';
import { type FoundVendor, findVendors } from '../site-reading/find-vendors.js';
import { readPages } from '../site-reading/read-pages.js';
import { writeNewFile } from '../write-new-file.js';

/** Asks somebody something; an empty answer is the default. */
export type Ask = (question: string, otherwise: string) => Promise<string>;

/** Options of {@link init}. */
export interface InitOptions {
  /** A page's file or address, or a folder of pages. */
  readonly from: string | undefined;
  readonly out: string;
  /** Writes over what is there. */
  readonly force: boolean;
  readonly json: boolean;
  /** Answers given beforehand; nobody is asked for them. */
  readonly site?: string | undefined;
  readonly languages?: string | undefined;
  readonly vendors?: string | undefined;
}

const SITE = /^[a-z][a-z0-9-]{0,49}$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** `consentry init`: makes a config that is right, out of a site's pages and a few answers. */
export async function init(options: InitOptions, ask: Ask, print: (line: string) => void): Promise<void> {
  const { from, out, force, json } = options;
  const catalogue = await loadCatalogue();
  const pages = from === undefined ? [] : await readPages(from);
  const found = findVendors(pages, catalogue, from?.startsWith('http') ? [new URL(from).hostname] : []);

  const site = await settle(
    options.site,
    () => ask('Name of the site, in lower-case letters', nameFrom(from)),
    [SITE, 'lower-case letters, digits and dashes'],
  );
  const spoken = [...new Set(pages.flatMap(({ language }) => language ?? []))].join(', ') || 'en';
  const languages = list(
    await settle(options.languages, () => ask('Its languages, the main one first', spoken)),
  );
  for (const language of languages)
    if (!LANGUAGE.test(language))
      throw new CommandError(`"${language}" is no language, e.g. ja or pt-BR.`, 2);
  const known = found.vendors.map(({ adapter }) => adapter);
  const wanted = list(
    await settle(options.vendors, () =>
      ask('Vendors, by the names in docs/adapters.md, with commas between them', known.join(', ')),
    ),
  );
  const vendors: FoundVendor[] = [];
  for (const adapter of wanted) vendors.push(await choose(adapter, found.vendors, catalogue, ask));
  const answer = await ask('Keep records of what visitors decide, on your own server? yes or no', 'yes');

  const first: FirstConfig = { site, languages, vendors, receipts: !/^n/i.test(answer) };
  const { config, untranslated } = composeConfig(first, catalogue);
  const { problems } = checkConfig(config, catalogue);
  if (problems) throw new Error(`The config that was made is wrong: ${JSON.stringify(problems)}`);
  await writeNewFile(out, `${JSON.stringify(config, null, 2)}\n`, force);

  const inPage = vendors.filter(({ adapter, inScript }) => inScript && isLoaded(adapter, vendors, catalogue));
  const remaining = vendors.filter(({ adapter }) => !isLoaded(adapter, vendors, catalogue));
  const report = {
    file: out,
    vendors: vendors.map(({ adapter }) => adapter),
    removeFromPages: inPage.map(({ adapter }) => adapter),
    stayInPages: remaining.map(({ adapter }) => adapter),
    unknownHosts: found.unknownHosts,
    untranslated,
  };
  if (json) return print(JSON.stringify(report, undefined, 2));
  print(`${out} is written: ${count(vendors.length, 'vendor')}, languages ${languages.join(', ')}.`);
  for (const { adapter } of inPage)
    print(
      `  ${adapter}: take its tag out of the pages. Consentry loads it, and twice would be counted twice.`,
    );
  for (const { adapter } of remaining)
    print(
      `  ${adapter}: its tag stays in the pages, and waits there. docs/adapters.md says what else it can do.`,
    );
  for (const host of found.unknownHosts)
    print(
      `  ${host}: pages ask it for something, and no adapter knows it. Whose is it? Add it under "vendors".`,
    );
  for (const path of untranslated) print(`  ${path}: is in English still.`);
  print(`Next: consentry check ${out}, then consentry serve ${out}.`);
}

async function choose(
  adapter: string,
  found: readonly FoundVendor[],
  catalogue: Catalogue,
  ask: Ask,
): Promise<FoundVendor> {
  const entry = Object.hasOwn(catalogue, adapter) && adapter !== 'tag' ? catalogue[adapter] : undefined;
  if (!entry) {
    const { suggestion } = withSuggestion(adapter, Object.keys(catalogue));
    throw new CommandError(
      `"${adapter}" is no adapter (docs/adapters.md lists all).${suggestion ? ` Did you mean "${suggestion}"?` : ''}`,
      2,
    );
  }
  const there = found.find((vendor) => vendor.adapter === adapter);
  if (there?.options || !entry.options.required?.[0]) return there ?? { adapter };
  const options: Record<string, string> = {};
  for (const name of entry.options.required) {
    const { description, pattern } = (entry.options.properties[name] ?? {}) as Record<string, string>;
    const value = await ask(`${adapter}, ${name}: ${description ?? ''} Empty: leave its tag in the page`, '');
    if (!value) return there ?? { adapter };
    if (pattern && !new RegExp(pattern).test(value))
      throw new CommandError(`${adapter}, ${name}: "${value}" does not look like one (${pattern}).`, 2);
    options[name] = value;
  }
  return { ...there, adapter, options };
}

function isLoaded(adapter: string, vendors: readonly FoundVendor[], catalogue: Catalogue): boolean {
  const { options } = vendors.find((vendor) => vendor.adapter === adapter) ?? {};
  return options !== undefined || !catalogue[adapter]?.options.required?.[0];
}

async function settle(
  given: string | undefined,
  question: () => Promise<string>,
  [pattern, expected]: readonly [RegExp, string] = [/^/, ''],
): Promise<string> {
  const answer = (given ?? (await question())).trim();
  if (!pattern.test(answer)) throw new CommandError(`"${answer}": expected ${expected}.`, 2);
  return answer;
}

const list = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** `shop` of `https://www.shop.example/`, of `shop.html` and of a folder `shop`. */
function nameFrom(from: string | undefined): string {
  const name = from?.startsWith('http') ? new URL(from).hostname.replace(/^www\./, '') : basename(from ?? '');
  const clean = (name.split('.')[0] ?? '').toLowerCase().replace(/[^a-z0-9-]/g, '');
  return SITE.test(clean) && clean !== 'index' ? clean : 'site';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
