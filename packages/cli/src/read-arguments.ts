import { parseArgs } from 'node:util';
import { CommandError } from './command-error.js';

/** The command line, taken apart. Throws a {@link CommandError} for an option that there is not. */
export function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        env: { type: 'string' },
        force: { type: 'boolean' },
        from: { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
        site: { type: 'string' },
        languages: { type: 'string' },
        vendors: { type: 'string' },
        out: { type: 'string', short: 'o' },
        inline: { type: 'boolean' },
        format: { type: 'string' },
        language: { type: 'string' },
        only: { type: 'string' },
        check: { type: 'string' },
        since: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        origin: { type: 'string' },
        'allow-origin': { type: 'string', multiple: true },
        keys: { type: 'string' },
        granted: { type: 'string' },
        place: { type: 'string' },
        signal: { type: 'string', multiple: true },
        decision: { type: 'string', multiple: true },
        'decided-days-ago': { type: 'string' },
        'notice-version': { type: 'string' },
        json: { type: 'boolean' },
        ui: { type: 'boolean' },
        css: { type: 'string', multiple: true },
        strict: { type: 'boolean' },
        log: { type: 'boolean' },
        proof: { type: 'string' },
        checkpoint: { type: 'string', multiple: true },
        file: { type: 'string' },
        regime: { type: 'string' },
        store: { type: 'string' },
        to: { type: 'string' },
        role: { type: 'string' },
        label: { type: 'string' },
        days: { type: 'string' },
        hours: { type: 'string' },
        'retain-days': { type: 'string' },
        controller: { type: 'string' },
        'trust-proxy': { type: 'string' },
        'drain-seconds': { type: 'string' },
        'log-requests': { type: 'boolean' },
        'country-header': { type: 'string' },
        'place-header': { type: 'string' },
        'insights-minimum': { type: 'string' },
        repair: { type: 'boolean' },
        connector: { type: 'string' },
        retry: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CommandError(`${(error as Error).message} See consentry --help.`, 2);
  }
}

/** A whole number from 0, or a {@link CommandError} that names the option. */
export function readNumber(option: string, text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < 0 || number > 100_000)
    throw new CommandError(`${option}: is "${text}"; expected a whole number from 0.`, 2);
  return number;
}

/** A port, or a {@link CommandError}. */
export function readPort(text = '4400'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CommandError(`--port: is "${text}"; expected a number from 1 to 65535.`, 2);
  }
  return port;
}
