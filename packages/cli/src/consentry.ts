#!/usr/bin/env node
import { takeDefaults, withTerminal } from './ask.js';
import { CommandError } from './command-error.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { checkUi } from './commands/check-ui.js';
import { csp } from './commands/csp.js';
import { deliveries } from './commands/deliveries.js';
import { explain } from './commands/explain.js';
import { init } from './commands/init.js';
import { insightsRecount } from './commands/insights-recount.js';
import { rotateKeys } from './commands/keys.js';
import { migrate } from './commands/migrate.js';
import { notice } from './commands/notice.js';
import { noticeDiff, noticeRecord } from './commands/notice-diff.js';
import { serve } from './commands/serve.js';
import { shown } from './commands/shown.js';
import { storeCopy } from './commands/store-copy.js';
import { token } from './commands/token.js';
import { verify } from './commands/verify.js';
import { verifyCheckpoints } from './commands/verify-checkpoints.js';
import { verifyLog } from './commands/verify-log.js';
import { witness } from './commands/witness.js';
import { defaultConfig } from './config-names.js';
import { HELP } from './help.js';
import { readArguments, readNumber, readPort } from './read-arguments.js';

const print = (line: string) => console.log(line);
/** Commands that read a config. */
const WITH_CONFIG = new Set(['check', 'build', 'csp', 'notice', 'serve']);

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [command, named, ...rest] = positionals;
  const file = named ?? (command && WITH_CONFIG.has(command) ? await defaultConfig() : 'consentry.json');
  const { data = '.consentry', json = false, store, env: environment } = values;
  if (values.help || command === undefined) {
    print(HELP.trimEnd());
    if (!values.help) process.exitCode = 2;
    return;
  }
  if (rest.length > 0 && !['verify', 'log', 'token', 'notice', 'explain', 'migrate'].includes(command))
    throw new CommandError(`"${rest[0]}": one file at a time, please.`, 2);
  switch (command) {
    case 'init': {
      const { out = 'consentry.json', force = false, yes = false, site, languages, vendors } = values;
      const from = positionals[1];
      const options = { from, out, force, json, site, languages, vendors };
      return yes || json
        ? init(options, takeDefaults, print)
        : withTerminal((ask) => init(options, ask, print));
    }
    case 'migrate': {
      const { out = 'consentry.json', force = false } = values;
      return migrate({ ...values, sources: positionals.slice(1), out, force, json }, print);
    }
    case 'check': {
      const { ui = false, css = [] } = values;
      if (!ui && (json || css[0])) throw new CommandError('--json and --css belong to check --ui.', 2);
      if (!json) await check(file, print, values.strict, environment);
      return ui ? checkUi(file, { css, json, environment }, print) : undefined;
    }
    case 'build':
      if (!values.out) throw new CommandError('Where to? Name a folder with -o DIR.', 2);
      return build(file, values.out, print, values.inline, environment);
    case 'explain':
      return runExplain(positionals.slice(1), values);
    case 'csp':
      return csp(
        file,
        { granted: values.granted?.split(',').filter(Boolean) ?? [], json, environment },
        print,
      );
    case 'notice': {
      const { out, format, language, only, since } = values;
      if (file === 'diff') return noticeDiff(rest, { json, format, language }, print);
      if (file === 'record') return noticeRecord(rest[0] ?? (await defaultConfig()), print);
      if (rest[0]) throw new CommandError(`"${rest[0]}": one file at a time, please.`, 2);
      return notice(
        file,
        { out, format, language, only, since, check: values.check, json, environment },
        print,
      );
    }
    case 'serve':
      return serve(
        file,
        {
          port: readPort(values.port),
          host: values.host ?? '127.0.0.1',
          data,
          store,
          environment,
          origins: values['allow-origin'] ?? [],
          controller: values.controller,
          placeHeader: values['place-header'],
          trustProxy: readNumber('--trust-proxy', values['trust-proxy'], 0),
          drainSeconds: readNumber('--drain-seconds', values['drain-seconds'], 0),
          logRequests: values['log-requests'] ?? false,
          insights: {
            minimum: readNumber('--insights-minimum', values['insights-minimum'], 10),
            countryHeader: values['country-header'],
          },
          ...(values['retain-days'] === undefined
            ? {}
            : { retainDays: readNumber('--retain-days', values['retain-days'], 0) }),
          ...(values.origin ? { origin: values.origin } : {}),
        },
        print,
      );
    case 'deliveries': {
      if (positionals.length > 1)
        throw new CommandError(`"${file}": deliveries takes no file; name the folder with --data.`, 2);
      const { connector, retry = false } = values;
      return deliveries({ data, store, connector, retry, json }, print);
    }
    case 'verify':
      return runVerify(positionals.slice(1), values);
    case 'log': {
      const [site] = rest;
      if (file !== 'witness' || !site || !values.file || rest.length > 1)
        throw new CommandError('Look at which log? consentry log witness SITE --file FILE', 2);
      return witness({ site, file: values.file, keys: values.keys }, print);
    }
    case 'store': {
      const { to } = values;
      if (file !== 'copy' || !to)
        throw new CommandError('Copy where? consentry store copy --to postgres://…', 2);
      return storeCopy({ data, store }, to.includes('://') ? { data, store: to } : { data: to }, print);
    }
    case 'shown': {
      if (!named || !values.out)
        throw new CommandError('Draw what, and where? consentry shown HASH|FILE -o PAGE.html', 2);
      return shown({ of: named, out: values.out, data, store, regime: values.regime }, print);
    }
    case 'token': {
      const { role, label = '', days, hours } = values;
      const [id] = rest;
      return token(
        {
          ...{ data, store, action: file, id, role, label },
          ...{ days: readNumber('--days', days, 90), graceHours: readNumber('--hours', hours, 24) },
        },
        print,
      );
    }
    case 'insights':
      if (file !== 'recount')
        throw new CommandError('Do what with insights? consentry insights recount --data DIR', 2);
      return insightsRecount({ data, store, repair: values.repair ?? false }, print);
    case 'keys':
      if (file !== 'rotate') throw new CommandError('Do what with keys? consentry keys rotate --data DIR', 2);
      return rotateKeys(data, print);
    default:
      throw new CommandError(
        `There is no command "${command}"; there are init, migrate, check, explain, build, csp, notice, serve, deliveries, verify, log, shown, store, token, insights and keys.`,
        2,
      );
  }
}

async function runExplain(
  names: string[],
  values: ReturnType<typeof readArguments>['values'],
): Promise<void> {
  const [file, id] = names.length === 1 ? [await defaultConfig(), names[0]] : names;
  if (!file || !id || names.length > 2)
    throw new CommandError('Explain what? consentry explain [consentry.json] VENDOR_OR_PURPOSE', 2);
  const { place, signal = [], decision = [], json = false } = values;
  const version = values['notice-version'];
  return explain(
    {
      ...{ file, id, place, signals: signal, decisions: decision, json, environment: values.env },
      decidedDaysAgo: readNumber('--decided-days-ago', values['decided-days-ago'], 0),
      ...(version === undefined ? {} : { noticeVersion: readNumber('--notice-version', version, 1) }),
    },
    print,
  );
}

function runVerify(files: string[], values: ReturnType<typeof readArguments>['values']): Promise<void> {
  const { keys, proof, data = '.consentry', json = false, store } = values;
  const [first, second, third] = files;
  if (values.log) {
    if (first) throw new CommandError(`"${first}": --log reads a database; name its folder with --data.`, 2);
    return verifyLog({ data, store, keys, json, checkpoints: values.checkpoint ?? [] }, print);
  }
  if (!first || third) throw new CommandError('Verify what? consentry verify FILE --keys KEYS', 2);
  return second
    ? verifyCheckpoints({ older: first, newer: second, proof, keys }, print)
    : verify(first, keys, print);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommandError) {
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else {
    console.error(error);
    process.exitCode = 3;
  }
});
