import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint } from '@consentry/receipts';
import { checkLog, loadOrCreateSigningKey, type ReceiptStore } from '@consentry/receipts-server';
import { type KillableServer, startServer } from './killable-server.js';
import { leaveNothing } from './leave-nothing.mjs';
import type { PostgresServer } from './postgres.mjs';
import { removeFolder } from './remove-folder.mjs';
import { startPrimary, startStandby, until } from './standby.js';
import { createSwitchableProxy, type SwitchableProxy } from './switchable-proxy.js';

/** Databases, receipts servers with one key, and the networks between them. */
export interface FailoverStage {
  /** Holds the key of the servers. */
  readonly folder: string;
  primary(): Promise<PostgresServer>;
  /** @see startStandby */
  standby(of: PostgresServer, name: string, port?: number): Promise<PostgresServer>;
  proxyTo(port: number): Promise<SwitchableProxy>;
  /** Starts a receipts server on the database that it finds on `port`. */
  serve(port: number): Promise<KillableServer>;
  /** Ends all receipts servers, and lets them finish. */
  end(): Promise<void>;
  /** Says what `consentry verify --log --checkpoint` says. */
  verify(store: ReceiptStore, ...checkpoints: string[]): Promise<string[][]>;
  /** Ends everything, and leaves nothing behind. */
  remove(): Promise<void>;
}

/** Sets up an empty stage. */
export function createFailoverStage(): FailoverStage {
  const folder = mkdtempSync(join(tmpdir(), 'consentry-failover-'));
  const folderIsGone = leaveNothing({ folder });
  const databases: PostgresServer[] = [];
  const servers: KillableServer[] = [];
  const proxies: SwitchableProxy[] = [];
  const keep = <Each>(list: Each[], each: Each) => {
    list.push(each);
    return each;
  };
  const endAll = async (signal: NodeJS.Signals) =>
    void (await Promise.all(servers.splice(0).map((server) => server.end(signal))));
  return {
    folder,
    primary: async () => keep(databases, await startPrimary()),
    standby: async (...args) => keep(databases, await startStandby(...args)),
    proxyTo: async (port) => keep(proxies, await createSwitchableProxy(port)),
    async serve(port) {
      const store = `postgres://consentry@127.0.0.1:${port}/postgres`;
      return keep(servers, await startServer(folder, '--store', store, '--integrate-every', '5'));
    },
    end: () => endAll('SIGTERM'),
    async verify(store, ...checkpoints) {
      const { publicKey } = await loadOrCreateSigningKey(join(folder, 'key.json'));
      const { findings } = await checkLog(store, { trustedKeys: [publicKey], checkpoints });
      return findings.map(({ code, message }) => [code, message]);
    },
    async remove() {
      await endAll('SIGKILL');
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await Promise.all(databases.map((database) => database.remove()));
      removeFolder(folder);
      folderIsGone();
    },
  };
}

/** Resolves with a signed checkpoint of more than `size` rows, as a witness would keep it. */
export async function checkpointBeyond(database: PostgresServer, size: number): Promise<string> {
  const read = async () =>
    String(
      (await database.ask('SELECT note FROM consentry_checkpoints ORDER BY size DESC LIMIT 1'))[0]?.note,
    );
  await until(async () => (parseCheckpoint(await read())?.size ?? 0) > size, `a checkpoint beyond ${size}`);
  return read();
}
