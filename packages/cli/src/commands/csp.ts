import { compilePolicy } from '@consentry/browser/compile-policy';
import { withStrictestRule } from '@consentry/config';
import { createConsentManager, type SiteDefinition } from '@consentry/core';
import { createConsentPolicy } from '@consentry/gate/policy';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readConfigFile } from '../config-file.js';

/** Options of {@link csp}. */
export interface CspOptions {
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  /** Ids of purposes and vendors that were granted; nothing was decided on the others. */
  readonly granted: readonly string[];
  /** One JSON object instead of a line for each header. */
  readonly json: boolean;
  /** Told what the owner should know. @default console.error */
  readonly report?: (message: string) => void;
}

/** `consentry csp FILE`: prints the headers for a visitor who granted what is named, and decided nothing else. */
export async function csp(file: string, options: CspOptions, print: (line: string) => void): Promise<void> {
  const { granted, json, report = (message) => console.error(message) } = options;
  const catalogue = await loadCatalogue();
  const config = await readConfigFile(file, catalogue, options.environment);
  if (config.regime?.byPlace)
    report(
      'regime.byPlace: a header knows no place, so it withholds from everybody what the strictest rule withholds.',
    );
  const site = compilePolicy(withStrictestRule(config), catalogue);
  const decidable = [...site.purposes.filter(({ exempt }) => !exempt), ...site.vendors].map(({ id }) => id);
  const unknown = granted.find((id) => !decidable.includes(id));
  if (unknown !== undefined) {
    throw new CommandError(
      `--granted: there is no "${unknown}" to grant; there are ${decidable.join(', ')}.`,
      2,
    );
  }
  const cookie = granted.length > 0 ? `${site.cookie?.name ?? 'consentry'}=${cookieOf(site, granted)}` : null;
  const request = { get: (name: string) => (name === 'cookie' ? cookie : null) };
  const page = { get: () => null };
  // A host that sends the same to everybody has no use for what says that it was made for one visitor.
  const { vary, 'cache-control': _, ...headers } = createConsentPolicy(site).headers(request, page);
  if (json) print(JSON.stringify(headers, null, 2));
  else for (const [name, value] of Object.entries(headers)) print(`${name}: ${value}`);
  if (Object.keys(headers).length === 0) report('Nothing is withheld: there is no header to send.');
  for (const { id, hosts } of site.vendors) {
    if (hosts?.length) continue;
    report(`vendors.${id}: no hosts are named, so nothing of it gets through while anything is withheld.`);
  }
}

/** The cookie that the page would write for these grants, by the code that writes it there. */
function cookieOf(site: SiteDefinition, granted: readonly string[]): string {
  let text = '';
  const manager = createConsentManager(site, {
    cookies: {
      read: () => (text ? [text] : []),
      write: (value) => {
        text = value;
      },
    },
    tabs: { announce() {}, listen: () => () => {} },
    navigator: undefined,
  });
  manager.grant(granted);
  return text;
}
