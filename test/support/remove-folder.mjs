import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Removes a folder with all in it. Of a PostgreSQL that was killed, also the memory that its lock file names. */
export function removeFolder(folder) {
  const lock = path.join(folder, 'data/postmaster.pid');
  if (fs.existsSync(lock)) {
    // The seventh line: key and id of a System V segment, which shows a next start whether anybody is left.
    const [, id] = fs.readFileSync(lock, 'utf8').split('\n')[6]?.trim().split(/\s+/) ?? [];
    // It stays where there is no ipcrm: some bytes, until the next boot.
    if (id) spawnSync('ipcrm', ['-m', id], { stdio: 'ignore' });
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
