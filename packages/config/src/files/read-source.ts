import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';
import type { Source, SourceFault, SourceText } from './source.js';

/** Reads a text. Never throws, whatever it is. */
export function readSource({ text, format = 'json' }: SourceText): Source | { readonly fault: SourceFault } {
  return format === 'yaml' ? readYaml(text) : readJson(text);
}
