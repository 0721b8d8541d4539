import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { VendorDescription } from '@consentry/adapters/describe-vendor';

/** Descriptions of all adapters that are installed, by id. */
export type Catalogue = Readonly<Record<string, VendorDescription>>;

/** Reads the folder of `@consentry/adapters`: a new file there is known here without further ado. */
export async function loadCatalogue(): Promise<Catalogue> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@consentry/adapters/tag')));
  const files = (await readdir(folder))
    .filter((file) => /\.(js|ts)$/.test(file) && !/\.(test|d)\./.test(file))
    .sort();
  const entries = await Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(join(folder, file)).href)) as {
        description: VendorDescription;
      };
      return [basename(file).replace(/\.(js|ts)$/, ''), module.description] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** The exported factory of an adapter's file: its id in camel case. */
export function factoryName(adapter: string): string {
  return adapter.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
