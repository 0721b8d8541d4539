import type { Dirent } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type PostgresServer, startPostgres } from './postgres.mjs';

/** What every server of a group has, as each may become the primary. */
const SETTINGS = {
  // What a new standby has to catch up with.
  wal_keep_size: '512MB',
  // In the data folder, and not in /dev/shm, where it would stay after a kill.
  dynamic_shared_memory_type: 'mmap',
  // A new primary or standby is looked for at once, and not only after five seconds.
  wal_retrieve_retry_interval: '100ms',
};

/** Starts a server that standbys can follow. */
export function startPrimary(): Promise<PostgresServer> {
  return startPostgres({ settings: SETTINGS });
}

/**
 * Starts a standby called `name` from a copy of a primary's files, which goes on meanwhile. It follows what it finds
 * on `port`. Resolves when it can be read from.
 */
export function startStandby(primary: PostgresServer, name: string, port = primary.port) {
  const link = `host=127.0.0.1 port=${port} user=consentry application_name=${name}`;
  return startPostgres({
    settings: { ...SETTINGS, primary_conninfo: link },
    fill: (data) => copyRunning(primary, data),
  });
}

/**
 * From now on `primary` acknowledges nothing that `name` does not have on its disk; `''` for nobody. Resolves when
 * that is so.
 */
export async function requireStandby(primary: PostgresServer, name: string): Promise<void> {
  // As a parameter of the command line it could not be changed later.
  await primary.ask(`ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
  await primary.ask('SELECT pg_reload_conf()');
  const isSo = async () => {
    const [setting] = await primary.ask('SHOW synchronous_standby_names');
    const found = await primary.ask(
      `SELECT 1 FROM pg_stat_replication WHERE application_name = '${name}' AND sync_state = 'sync' AND state = 'streaming'`,
    );
    return setting?.synchronous_standby_names === name && (name === '' || found.length === 1);
  };
  await until(isSo, `${name || 'nobody'} is the synchronous standby`);
}

/** Makes a primary of a standby. */
export async function promote(standby: PostgresServer): Promise<void> {
  const [row] = await standby.ask('SELECT pg_promote(true, 30) AS done');
  if (row?.done !== true) throw new Error('The standby was not promoted within 30 seconds.');
}

/** Waits up to 30 seconds for something of a database. */
export async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const giveUp = Date.now() + 30_000; !(await isSo()); ) {
    if (Date.now() > giveUp) throw new Error(`Not so after 30 seconds: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What belongs to a running server and not to its data, or is not worth a copy. */
const NOT_COPIED = new Set([
  ...['postmaster.pid', 'postmaster.opts', 'pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial'],
  ...['pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_wal'],
]);

/**
 * A base backup through the functions for it, because not every PostgreSQL that tests find has pg_basebackup.
 * https://www.postgresql.org/docs/15/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
 */
async function copyRunning(primary: PostgresServer, data: string): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url() });
  await client.connect();
  try {
    const { rows: found } = await client.query('SHOW server_version_num');
    const old = Number(found[0]?.server_version_num) < 150_000;
    await client.query(
      old ? "SELECT pg_start_backup('standby', true, false)" : "SELECT pg_backup_start('standby', true)",
    );
    await copyFiles(primary.data, data);
    const { rows } = await client.query(
      old
        ? 'SELECT labelfile FROM pg_stop_backup(false, false)'
        : 'SELECT labelfile FROM pg_backup_stop(false)',
    );
    await writeFile(join(data, 'backup_label'), String(rows[0]?.labelfile));
    await writeFile(join(data, 'standby.signal'), '');
  } finally {
    await client.end();
  }
}

/** Files that vanish meanwhile are not needed: what happened to them stands in the write-ahead log. */
async function copyFiles(from: string, to: string, isTop = true): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const copyEntry = async (entry: Dirent) => {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    const isLeftOut = isTop && NOT_COPIED.has(entry.name);
    if (entry.isDirectory() && isLeftOut) await mkdir(target, { mode: 0o700 });
    else if (entry.isDirectory()) await copyFiles(source, target, false);
    else if (!isLeftOut)
      await copyFile(source, target).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
  };
  await Promise.all((await readdir(from, { withFileTypes: true })).map(copyEntry));
}
