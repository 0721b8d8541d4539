import {
  compileAdapters,
  compileAfter,
  compileCalls,
  compileDefinition,
  compileGoogle,
  compileHosts,
  compileQueues,
  compileStorage,
  isEager,
  storeGuards,
} from '@consentry/browser/compile';
import { compileDialect } from '@consentry/browser/compile-dialect';
import { compileDrift } from '@consentry/browser/compile-drift';
import { compilePolicy } from '@consentry/browser/compile-policy';
import { compileStub } from '@consentry/browser/compile-stub';
import { type ConsentryConfig, compilePlaces, pageConfig, withStrictestRule } from '@consentry/config';
import { type Catalogue, factoryName } from '../adapter-catalogue.js';
import { addFaces } from './add-faces.js';
import { type BuiltFile, createFileList, literal } from './file-list.js';

/** A site's build: the script for its head, what that loads, and what its server has to know. */
export interface SiteBuild {
  readonly files: readonly BuiltFile[];
  /** What visitors are shown, as canonical JSON, by its hash: records carry it. */
  readonly shown: Readonly<Record<string, string>>;
}

/** Builds everything a site serves, with only what its config uses. Deterministic. */
export async function buildSite(whole: ConsentryConfig, catalogue: Catalogue): Promise<SiteBuild> {
  // With rules by place, whatever does not know the place keeps to the strictest.
  const config = withStrictestRule(pageConfig(whole));
  const places = compilePlaces(whole.regime);
  const asksFirst = compileDefinition(config, catalogue).vendors.some(({ askFirst }) => askFirst);
  const { files, addEntry, addInline, addLazy, addSeldom, addJson, addContent } = createFileList(asksFirst);
  const { banner, later, shown } = await addFaces(
    config,
    catalogue,
    { addLazy, addSeldom, addContent },
    places !== undefined,
  );

  const adapters = compileAdapters(config);
  const google = compileGoogle(config);
  const used = [...new Set(adapters.map(({ adapter }) => adapter))];
  const calls = adapters.map(({ vendor, adapter, options: { consent, ...options } }) => {
    // What Google is told is said once, however many vendors of Google there are.
    const given =
      google && catalogue[adapter]?.tellsGoogle
        ? `{ ...${literal(options)}, consent: google }`
        : literal(options);
    return `${factoryName(adapter)}(${given}${vendor === adapter ? '' : `, ${literal(vendor)}`})`;
  });
  for (const stored of compileStorage(config)) calls.push(literal(stored));
  const extra = compileExtra(config.google, google !== undefined);
  // Before all others: it looks at the page as they find it.
  calls.unshift(...extra.map(({ call }) => call));
  // Without vendors that wait for others none of the code that makes them wait.
  const after = compileAfter(config);
  const { functions, methods } = compileCalls(config, catalogue);
  const early = [...functions, ...methods.map(([name]) => name)];
  const all = `[${calls.join(', ')}]`;
  // And without vendors that pages call by functions of their own none of the code that keeps such calls.
  const list = early[0] ? `withEarlyCalls(${literal(early)}, ${all})` : all;
  // And without drift to be found none of the code that looks for it.
  const drift = compileDrift(config, catalogue);
  const asked = drift
    ? {
        ...later,
        drift: await addLazy(
          'drift',
          `import { driftFile } from '@consentry/browser/drift-file';\ndriftFile(${literal(drift.build)});`,
        ),
      }
    : later;
  const release = await addLazy(
    'release',
    [
      drift
        ? `import { sampledReleaseFile } from '@consentry/browser/sample-drift';`
        : `import { releaseFile } from '@consentry/browser/release-file';`,
      ...(early[0] ? [`import { withEarlyCalls } from '@consentry/adapters/early-calls';`] : []),
      ...(after ? [`import { startAfter } from '@consentry/adapters/start-after';`] : []),
      ...used.map((id) => `import { ${factoryName(id)} } from '@consentry/adapters/${id}';`),
      ...extra.map(({ from, name }) => `import { ${name} } from '@consentry/adapters/${from}';`),
      ...(google ? [`const google = ${literal(google)};`] : []),
      `${drift ? 'sampledReleaseFile' : 'releaseFile'}(${after ? `startAfter(${list}, ${literal(after)})` : list}, ${literal(asked)}${drift ? `, ${drift.sample}` : ''});`,
    ].join('\n'),
  );
  const site = {
    id: config.site,
    ...compileDefinition(config, catalogue),
    queues: compileQueues(config, catalogue),
    ...(isEager(config) ? { eager: true } : {}),
    files: { release, banner },
    ...(config.receipts ? { endpoint: config.receipts.endpoint } : {}),
    ...(config.gate?.layer === 'strict' ? { hosts: compileHosts(config) } : {}),
  };
  // A site that has hosts of vendors is guarded, and their storage with it.
  const guards = site.vendors.some(({ hosts }) => hosts)
    ? ['createGuard', ...storeGuards(config, catalogue)]
    : [];
  const [guard, ...stores] = guards;
  const strict = guard && config.gate?.layer === 'strict';
  const dialect = compileDialect(config);
  const started = dialect
    ? `inDialect(${dialect.peer}, ${literal(dialect.settings)}${guard ? `, ${guard}` : ''})`
    : guard;
  const openers = [...(functions[0] ? ['openFunctions'] : []), ...(methods[0] ? ['openMethods'] : [])];
  const opening = [
    ...(functions[0] ? [`openFunctions(...${literal(functions)})`] : []),
    ...methods.map((call) => `openMethods(...${literal(call)})`),
  ].join('; ');
  await addEntry(
    'consentry.js',
    [
      ...(guard
        ? [
            `import { ${[...guards, ...(strict ? ['withholdStrictly'] : [])].join(', ')} } from '@consentry/browser/guard';`,
          ]
        : []),
      ...(openers[0] ? [`import { ${openers.join(', ')} } from '@consentry/browser/vendor-queues';`] : []),
      // Without a dialect none of the code that understands one.
      ...(dialect ? [`import { inDialect, ${dialect.peer} } from '@consentry/browser/dialect';`] : []),
      // Without rules by place none of the code that looks for the place.
      ...(places ? [`import { regimeByPlace } from '@consentry/browser/regime-by-place';`] : []),
      `import { boot } from '@consentry/browser';`,
      `boot({ ...${literal(site)}${places ? `, regime: regimeByPlace(${literal(places)})` : ''}${started ? `, guard: ${started}` : ''}${guard ? `, stores: [${stores.join(', ')}]` : ''}${strict ? ', strict: withholdStrictly' : ''}${openers[0] ? `, openCalls() { ${opening} }` : ''} });`,
    ].join('\n'),
  );
  await addInline(
    'consentry-stub.js',
    `import { stub } from '@consentry/browser/stub';\nstub(${literal(compileStub(config, catalogue))});`,
  );
  addJson('consentry-policy.json', compilePolicy(config, catalogue));
  return { files, shown };
}

/** What a config asks for in the file that releases beside its vendors' adapters. */
function compileExtra({ selfCheck, toldBy }: ConsentryConfig['google'] = {}, tellsGoogle: boolean) {
  return [
    ...(selfCheck && tellsGoogle
      ? [{ name: 'googleSelfCheck', from: 'google-self-check', call: 'googleSelfCheck(google)' }]
      : []),
    ...(toldBy ? [{ name: 'announceChanges', from: 'announce-changes', call: 'announceChanges()' }] : []),
  ];
}
