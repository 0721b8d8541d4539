import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A right `consentry.json` in one language, with two vendors and records. */
export function aConfig(changes: object = {}) {
  return {
    site: 'shop',
    languages: ['en'],
    purposes: {
      site: { label: 'Running this site', exempt: true },
      analytics: { label: 'Measuring visits' },
      marketing: { label: 'Useful mail', signals: ['gpc'] },
    },
    vendors: {
      'google-analytics': { options: { measurementId: 'G-SHOP1' } },
      brevo: { options: { clientKey: 'shop-client-key' } },
    },
    receipts: { endpoint: '/consentry/records' },
    ...changes,
  };
}

/** A folder of its own for one test; `clear` takes it away. */
export async function createSiteFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'consentry-'));
  let writes = 0;
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** Writes a file; its time of change is a later one with every call, however fast they follow. */
    async write(name: string, content: unknown): Promise<string> {
      const file = path(name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
      const time = new Date(Date.UTC(2026, 10, 21) + ++writes * 1000);
      await utimes(file, time, time);
      return file;
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
