import type { AdapterCatalogue } from './catalogue.js';
import { missingTexts, sinceProblems } from './config-parts.js';
import { type Problem, withSuggestion } from './problem.js';
import type { ConsentryConfig, VendorConfig } from './schema.js';

/** What only concerns a vendor in the page. */
const OF_PAGES = ['options', 'after', 'hosts', 'held', 'storage', 'askFirst'] as const;

/** What a schema cannot see of a vendor that works in mails. */
export function mailVendorProblems(
  config: ConsentryConfig,
  id: string,
  vendor: VendorConfig,
  catalogue: AdapterCatalogue,
): Problem[] {
  const path = `vendors.${id}`;
  const known = typeof vendor.adapter === 'string' ? vendor.adapter : undefined;
  const entry = known !== undefined && Object.hasOwn(catalogue, known) ? catalogue[known] : undefined;
  const problems: Problem[] = [
    ...sinceProblems(config, path, vendor.since),
    ...toldProblems(config, path, vendor),
  ];
  if (known !== undefined && !entry)
    problems.push({
      path: `${path}.adapter`,
      value: known,
      expected: 'an adapter, to take name, provider and country from',
      ...withSuggestion(known, Object.keys(catalogue)),
    });
  if (Object.hasOwn(config.purposes, id))
    problems.push({
      path,
      value: id,
      expected: 'an id that no purpose has; purposes and vendors share one set of ids',
    });
  for (const key of OF_PAGES)
    if (vendor[key] !== undefined)
      problems.push({
        path: `${path}.${key}`,
        value: vendor[key],
        expected: 'not to be set; with "channel": "email" nothing of it is in the page',
      });
  if (!vendor.purposes)
    problems.push({ path: `${path}.purposes`, expected: 'to be set, with purposes of mails' });
  for (const purpose of vendor.purposes ?? []) problems.push(...purposeProblem(config, path, purpose));
  for (const key of ['name', 'provider', 'information', 'usedFor'] as const) {
    problems.push(...missingTexts(config, `${path}.${key}`, vendor[key]));
    if (vendor[key] !== undefined || (entry && (key === 'name' || key === 'provider'))) continue;
    problems.push({ path: `${path}.${key}`, expected: 'a text; visitors are told it' });
  }
  return problems;
}

function purposeProblem({ purposes }: ConsentryConfig, path: string, purpose: string): Problem[] {
  const ofMails = Object.keys(purposes).filter((id) => purposes[id]?.channel === 'email');
  if (ofMails.includes(purpose)) return [];
  return [
    {
      path: `${path}.purposes`,
      value: purpose,
      expected: ofMails.length
        ? `purposes of mails (${ofMails.join(', ')})`
        : 'purposes of mails; no purpose of this file has "channel": "email"',
      ...withSuggestion(purpose, ofMails),
    },
  ];
}

/** The languages that what only the notice tells lacks. */
export function toldProblems(config: ConsentryConfig, path: string, vendor: VendorConfig): Problem[] {
  const { conditional, recipientUse, optOut, transfer } = vendor;
  const texts: [string, unknown][] = [
    ['conditional', conditional],
    ['recipientUse', recipientUse],
    ['optOut.how', optOut?.how],
    ['optOut.effect', optOut?.effect],
    ['transfer.unidentified.reason', transfer?.unidentified?.reason],
    ['transfer.measures.text', transfer?.measures?.text],
    ['transfer.measuresUnavailable.reason', transfer?.measuresUnavailable?.reason],
    ...(transfer?.countries ?? []).map(
      ({ system }, i) => [`transfer.countries.${i}.system`, system] as [string, unknown],
    ),
  ];
  return [
    ...texts.flatMap(([key, text]) => missingTexts(config, `${path}.${key}`, text)),
    ...(transfer?.countries && transfer.unidentified
      ? [
          {
            path: `${path}.transfer.unidentified`,
            expected: 'either "countries" or "unidentified", not both',
          },
        ]
      : []),
  ];
}

/** A config without what works in mails only: what the page's script is made from. */
export function pageConfig(config: ConsentryConfig): ConsentryConfig {
  const vendors = Object.entries(config.vendors).filter(([, { channel }]) => channel !== 'email');
  return vendors.length === Object.keys(config.vendors).length
    ? config
    : { ...config, vendors: Object.fromEntries(vendors) };
}
