import type { Ajv } from 'ajv';
import { afterProblems } from './after-references.js';
import type { AdapterCatalogue, AdapterEntry } from './catalogue.js';
import { adapterName, hasText, missingTexts, purposesOf, sinceProblems } from './config-parts.js';
import { connectorProblems } from './connector-rules.js';
import { dialectProblems } from './dialect-rules.js';
import { driftProblems } from './drift-rules.js';
import { googleProblems } from './google-rules.js';
import { mailVendorProblems, toldProblems } from './mail-vendors.js';
import { fromSchemaError, type Problem, withSuggestion } from './problem.js';
import { regimeProblems } from './regimes/regime-problems.js';
import type { ConsentryConfig, PurposeConfig, VendorConfig } from './schema.js';

/** Names of products and companies, which an adapter's English serves in every language without one of its own. */
const NAMES = ['name', 'provider'];
const URL_FORM = /^(https?:\/\/|\/)/;

/** What a schema cannot see: that the parts of a config fit each other and the adapters there are. */
export function crossReferences(config: ConsentryConfig, catalogue: AdapterCatalogue, ajv: Ajv): Problem[] {
  const served = new Set(
    Object.entries(config.vendors).flatMap(([id, vendor]) =>
      // The banner names nobody who works in mails.
      vendor.channel === 'email' ? [] : purposesOf(vendor, catalogue[adapterName(id, vendor) ?? '']),
    ),
  );
  return [
    ...noticeProblems(config),
    ...regimeProblems(config),
    ...googleProblems(
      config,
      Object.entries(config.vendors)
        .filter(
          ([id, vendor]) => vendor.enabled !== false && catalogue[adapterName(id, vendor) ?? '']?.tellsGoogle,
        )
        .map(([id]) => id),
    ),
    ...Object.entries(config.purposes).flatMap(([id, purpose]) =>
      purposeProblems(config, `purposes.${id}`, purpose, served.has(id)),
    ),
    ...Object.entries(config.vendors).flatMap(([id, vendor]) =>
      vendorProblems(config, id, vendor, catalogue, ajv),
    ),
    ...connectorProblems(config),
    ...afterProblems(config),
    ...driftProblems(config),
    ...dialectProblems(config),
  ];
}

function noticeProblems(config: ConsentryConfig): Problem[] {
  const { url } = config.notice ?? {};
  const urls = typeof url === 'object' ? Object.entries(url) : [['', url] as const];
  return [
    ...missingTexts(config, 'notice.url', url),
    ...urls
      .filter(([, value]) => value !== undefined && !URL_FORM.test(value))
      .map(([language, value]) => ({
        path: language ? `notice.url.${language}` : 'notice.url',
        value,
        expected: 'an address that begins with https:// or /',
      })),
  ];
}

function purposeProblems(
  config: ConsentryConfig,
  path: string,
  purpose: PurposeConfig,
  hasVendors: boolean,
): Problem[] {
  const { phrase } = purpose;
  const phrases = typeof phrase === 'object' ? Object.values(phrase) : phrase === undefined ? [] : [phrase];
  return [
    ...sinceProblems(config, path, purpose.since),
    ...(['label', 'description', 'phrase'] as const).flatMap((key) =>
      missingTexts(config, `${path}.${key}`, purpose[key]),
    ),
    ...phrases
      .filter((text) => hasVendors && !text.includes('{vendors}'))
      .map((value) => ({ path: `${path}.phrase`, value, expected: 'a text with {vendors} in it' })),
    ...(purpose.channel === 'email' ? emailProblems(path, purpose) : []),
  ];
}

/** What happens in mails has no vendor in the page, and is always asked. */
function emailProblems(path: string, { exempt, phrase }: PurposeConfig): Problem[] {
  return [
    ...(exempt
      ? [
          {
            path: `${path}.exempt`,
            value: exempt,
            expected: 'no exempt purpose; mails it covers need no decision',
          },
        ]
      : []),
    ...(phrase === undefined && !exempt
      ? [
          {
            path: `${path}.phrase`,
            expected: 'a text; the banner has no vendor to name for a purpose of mails',
          },
        ]
      : []),
  ];
}

function vendorProblems(
  config: ConsentryConfig,
  id: string,
  vendor: VendorConfig,
  catalogue: AdapterCatalogue,
  ajv: Ajv,
): Problem[] {
  if (vendor.channel === 'email') return mailVendorProblems(config, id, vendor, catalogue);
  const path = `vendors.${id}`;
  const purposes = Object.keys(config.purposes);
  const name = adapterName(id, vendor);
  if (name !== undefined && !Object.hasOwn(catalogue, name)) {
    const known = Object.keys(catalogue);
    return [
      {
        path: vendor.adapter === undefined ? path : `${path}.adapter`,
        value: name,
        expected: `an adapter (docs/adapters.md lists all ${known.length}), "adapter": "tag" for anything else, or "adapter": false`,
        ...withSuggestion(name, known),
      },
    ];
  }
  const adapter = name === undefined ? undefined : catalogue[name];
  const problems = [
    ...sinceProblems(config, path, vendor.since),
    ...optionProblems(id, vendor, adapter, ajv),
  ];
  if (purposes.includes(id)) {
    const expected = 'an id that no purpose has; purposes and vendors share one set of ids';
    problems.push({ path, value: id, expected });
  }
  for (const purpose of purposesOf(vendor, adapter)) {
    if (purposes.includes(purpose)) {
      if (config.purposes[purpose]?.channel !== 'email') continue;
      problems.push({
        path: `${path}.purposes`,
        value: purpose,
        expected: `purposes of the page; "${purpose}" happens in mails, so a connector carries it and no vendor serves it. What ${id} does in the page needs a purpose of its own`,
      });
      continue;
    }
    const expected = `purposes of this file (${purposes.join(', ')})`;
    problems.push({
      path: `${path}.purposes`,
      value: purpose,
      expected,
      ...withSuggestion(purpose, purposes),
    });
  }
  if (!adapter && !vendor.purposes) {
    problems.push({ path: `${path}.purposes`, expected: 'to be set; there is no adapter to take it from' });
  }
  problems.push(...toldProblems(config, path, vendor));
  for (const key of ['name', 'provider', 'information', 'usedFor'] as const) {
    problems.push(...missingTexts(config, `${path}.${key}`, vendor[key]));
    if (vendor[key] !== undefined) continue;
    for (const language of config.languages) {
      const known = adapter?.[key] ?? {};
      if (hasText(known, language) || (NAMES.includes(key) && hasText(known, 'en'))) continue;
      problems.push({ path: `${path}.${key}`, expected: `a text in "${language}"; visitors are told it` });
    }
  }
  return problems;
}

/** The schema checks the options of vendors that are named like their adapter; here are the others. */
function optionProblems(
  id: string,
  vendor: VendorConfig,
  adapter: AdapterEntry | undefined,
  ajv: Ajv,
): Problem[] {
  if (!adapter) return [];
  const path = `vendors.${id}.options`;
  if (adapterName(id, vendor) === id && vendor.options) return [];
  const validate = ajv.compile({ type: 'object', additionalProperties: false, ...adapter.options });
  if (validate(vendor.options ?? {})) return [];
  if (!vendor.options) return [{ path, expected: `${adapter.options.required?.join(', ')} to be set` }];
  return (validate.errors ?? []).map((error) => {
    const problem = fromSchemaError(error);
    return { ...problem, path: problem.path ? `${path}.${problem.path}` : path };
  });
}
