import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readConfigFile } from '../config-file.js';
import { type Cause, explain as explainOne, visitPage } from '../explain/explain.js';
import { parseSituation, type SituationOptions } from '../explain/situation.js';

/** Options of {@link explain}. */
export interface ExplainOptions extends SituationOptions {
  readonly file: string;
  /** A purpose or vendor. */
  readonly id: string;
  /** One JSON object instead of sentences. */
  readonly json: boolean;
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const BECAUSE: Readonly<Record<Cause, string>> = {
  exempt: 'it needs no consent',
  granted: 'the visitor has said yes',
  unasked: 'the rule lets it run until a no',
  signal: 'the browser says no for the visitor',
  refused: 'it was refused',
  'refused-earlier': 'it was refused earlier, and that stands until it is answered again',
  'asked-first': 'the rule lets others run, and this one waits for a yes',
  undecided: 'the rule asks for a yes, and there is none in force',
};

/** `consentry explain FILE ID`: why a vendor or purpose is withheld or allowed for one visitor, rule by rule. */
export async function explain(options: ExplainOptions, print: (line: string) => void): Promise<void> {
  const { file, id, json, now = Date.now } = options;
  const catalogue = await loadCatalogue();
  const config = await readConfigFile(file, catalogue, options.environment);
  const { site } = visitPage(config, catalogue, {}, now());
  const ids = [...site.purposes, ...site.vendors].map((item) => item.id);
  if (!ids.includes(id))
    throw new CommandError(
      config.vendors[id]?.enabled === false
        ? `vendors.${id}: is off in ${file} ("enabled": false), so nothing of it is in a page.`
        : `There is no "${id}" in the pages of ${file}; there are ${ids.join(', ')}.`,
      2,
    );
  const decidable = site.purposes.filter(({ exempt }) => !exempt).map((item) => item.id);
  const known = [
    ...decidable,
    ...site.vendors
      .filter(({ purposes }) => purposes.some((each) => decidable.includes(each)))
      .map((item) => item.id),
  ];
  const situation = parseSituation(options, known);
  const { noticeVersion } = situation;
  const version = site.noticeVersion ?? 1;
  if (noticeVersion !== undefined && (noticeVersion < 1 || noticeVersion > version))
    throw new CommandError(
      `--notice-version: is ${noticeVersion}; the notice has versions 1 to ${version}.`,
      2,
    );
  const explanation = explainOne(visitPage(config, catalogue, situation, now()), id);
  if (json) return print(JSON.stringify(explanation, null, 2));
  const { steps, asked, otherwise, allowed, cause } = explanation;
  for (const [i, { says, from }] of steps.entries()) print(`${i + 1}. ${says}\n   from ${from}`);
  if (asked) print(`${steps.length + 1}. The banner asks about it.`);
  if (otherwise) print(otherwise);
  print(`${id} is ${allowed ? 'allowed' : 'withheld'}: ${BECAUSE[cause]}.`);
}
