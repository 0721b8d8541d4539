import { CommandError } from '../command-error.js';

/** The one file that may be named. */
export function onlyFile(named: readonly string[]): string | undefined {
  if (named[1] !== undefined) throw new CommandError(`"${named[1]}": one file at a time, please.`, 2);
  return named[0];
}

/** Refuses what is named behind a command that takes no file. */
export function nothingNamed(named: readonly string[], instead: string): void {
  if (named[0] !== undefined) throw new CommandError(`"${named[0]}": takes no file; ${instead}`, 2);
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
