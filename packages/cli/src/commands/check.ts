import { loadCatalogue } from '../adapter-catalogue.js';
import { readConfigFile } from '../config-file.js';

/** `consentry check FILE`: says what is wrong with a config, or what it is made of. */
export async function check(file: string, print: (line: string) => void): Promise<void> {
  const config = await readConfigFile(file, await loadCatalogue());
  const vendors = Object.values(config.vendors).filter(({ enabled }) => enabled !== false).length;
  const off = Object.keys(config.vendors).length - vendors;
  print(
    `${file} is right: ${Object.keys(config.purposes).length} purposes, ${vendors} vendors${off ? ` (${off} off)` : ''}, languages ${config.languages.join(', ')}.`,
  );
}
