#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { CommandError } from './command-error.js';
import { build } from './commands/build.js';
import { check } from './commands/check.js';
import { checkUi } from './commands/check-ui.js';
import { csp } from './commands/csp.js';
import { deliveries } from './commands/deliveries.js';
import { serve } from './commands/serve.js';
import { verify } from './commands/verify.js';

const HELP = `consentry: consent and tracking, from one file

  consentry check [consentry.json]             say what is wrong with a config
      --ui                                     also measure its banner in a browser: is denying as easy as allowing?
      --css site.css                           a style sheet of the site, with --ui; repeatable
      --json                                   what was measured, as one JSON object
  consentry build [consentry.json] -o DIR      write the site's script and what it loads
  consentry csp [consentry.json]               print the policy header that withholds every vendor
      --granted analytics,acme                 for a visitor who granted these
      --json                                   as one JSON object
  consentry serve [consentry.json]             serve them, and keep receipts
      --port 4400  --host 127.0.0.1            where to listen
      --data .consentry                        database, signing key and tokens
      --origin https://example.com             the site's origin, as it stands in receipts
      --allow-origin https://www.example.com   another origin whose pages may send records; repeatable
  consentry deliveries                         what e-mail services have been told, what not, and why
      --data .consentry                        the folder of the server's data
      --connector brevo                        of one connector
      --retry                                  start again what is parked, dead or waiting
      --json                                   as one JSON object
  consentry verify RECEIPT.json --keys KEYS    say whether a receipt is genuine; reads files only
                                               KEYS: a copy of the site's /.well-known/consentry-keys.json

Exit codes: 0 fine, 1 something checked was wrong, 2 the command was called wrongly, 3 a fault of ours.
`;

const print = (line: string) => console.log(line);

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const [command, file = 'consentry.json', ...rest] = positionals;
  const { data = '.consentry', json = false } = values;
  if (values.help || command === undefined) {
    print(HELP.trimEnd());
    if (!values.help) process.exitCode = 2;
    return;
  }
  if (rest.length > 0) throw new CommandError(`"${rest[0]}": one file at a time, please.`, 2);
  switch (command) {
    case 'check': {
      const { ui = false, css = [] } = values;
      if (!ui && (json || css[0])) throw new CommandError('--json and --css belong to check --ui.', 2);
      if (!json) await check(file, print);
      return ui ? checkUi(file, { css, json }, print) : undefined;
    }
    case 'build':
      if (!values.out) throw new CommandError('Where to? Name a folder with -o DIR.', 2);
      return build(file, values.out, print);
    case 'csp':
      return csp(file, { granted: values.granted?.split(',').filter(Boolean) ?? [], json }, print);
    case 'serve':
      return serve(
        file,
        {
          port: readPort(values.port),
          host: values.host ?? '127.0.0.1',
          data,
          origins: values['allow-origin'] ?? [],
          ...(values.origin ? { origin: values.origin } : {}),
        },
        print,
      );
    case 'deliveries': {
      if (positionals.length > 1)
        throw new CommandError(`"${file}": deliveries takes no file; name the folder with --data.`, 2);
      const { connector, retry = false } = values;
      return deliveries({ data, connector, retry, json }, print);
    }
    case 'verify':
      if (positionals.length < 2)
        throw new CommandError('Which receipt? consentry verify RECEIPT.json --keys KEYS', 2);
      return verify(file, values.keys, print);
    default:
      throw new CommandError(
        `There is no command "${command}"; there are check, build, csp, serve, deliveries and verify.`,
        2,
      );
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        out: { type: 'string', short: 'o' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        origin: { type: 'string' },
        'allow-origin': { type: 'string', multiple: true },
        keys: { type: 'string' },
        granted: { type: 'string' },
        json: { type: 'boolean' },
        ui: { type: 'boolean' },
        css: { type: 'string', multiple: true },
        connector: { type: 'string' },
        retry: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CommandError(`${(error as Error).message} See consentry --help.`, 2);
  }
}

function readPort(text = '4400'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandError(`--port: is "${text}"; expected a number from 1 to 65535.`, 2);
  }
  return port;
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
