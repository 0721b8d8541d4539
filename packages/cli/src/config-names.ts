import { stat } from 'node:fs/promises';
import { CommandError } from './command-error.js';

const ENDINGS = ['.json', '.yaml', '.yml'];
const ENVIRONMENT = /^[A-Za-z0-9][\w-]{0,49}$/;

/** The config that is meant where none is named: `consentry.json`, or the same in YAML. */
export async function defaultConfig(): Promise<string> {
  return (await oneOf('consentry', 'Name the one that is meant.')) ?? 'consentry.json';
}

/** The file that has what an environment has otherwise: `consentry.staging.json` beside `consentry.json`, or in YAML. */
export async function overlayOf(file: string, environment: string): Promise<string> {
  if (!ENVIRONMENT.test(environment))
    throw new CommandError(`--env: is "${environment}"; expected letters, digits, "_" and "-".`, 2);
  const name = `${file.replace(/\.(json|ya?ml)$/i, '')}.${environment}`;
  const found = await oneOf(name, 'Keep one of them.');
  if (!found) throw new CommandError(`--env ${environment}: there is no ${name}.json, .yaml or .yml.`, 2);
  return found;
}

async function oneOf(name: string, otherwise: string): Promise<string | undefined> {
  const there = await Promise.all(
    ENDINGS.map((ending) =>
      stat(name + ending).then(
        () => [name + ending],
        () => [],
      ),
    ),
  );
  const [first, second] = there.flat();
  if (second) throw new CommandError(`${first} and ${second} are both there. ${otherwise}`, 2);
  return first;
}
