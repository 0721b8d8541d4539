import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createPrivateKey, importSigningKey, logOrigin, type SigningKey } from '@consentry/receipts';
import {
  createIntegrator,
  createReceiptsApp,
  openSqliteStore,
  type ReceiptStore,
} from '@consentry/receipts-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from '../../../../test/support/a-record.js';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { CommandError } from '../command-error.js';
import { rotateKeys } from './keys.js';
import { verify } from './verify.js';
import { verifyCheckpoints } from './verify-checkpoints.js';
import { verifyLog } from './verify-log.js';
import { witness } from './witness.js';

const SITE = 'https://shop.example.com';
let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let store: ReceiptStore;
let key: SigningKey;
let app: ReturnType<typeof createReceiptsApp>;

beforeEach(async () => {
  folder = await createSiteFolder();
  const pair = await createPrivateKey();
  await folder.write('signing-key.json', pair);
  await open(await importSigningKey(pair), 'receipts.db');
});
afterEach(async () => {
  await store.close();
  await folder.clear();
});

async function open(signingKey: SigningKey, file: string): Promise<void> {
  key = signingKey;
  store = await openSqliteStore(folder.path(file));
  app = createReceiptsApp({ store, signingKey, issuer: SITE, clientAddress: () => '192.0.2.1' });
}
const request = async (path: string, init: RequestInit = {}) => app.fetch(new Request(SITE + path, init));
const decide = async (number: number) => {
  const answer = await request('/consentry/records', {
    method: 'POST',
    body: JSON.stringify(aRecord(number)),
  });
  return answer.json();
};
async function integrate(): Promise<void> {
  const report = (message: string) => expect.fail(message);
  await createIntegrator({ log: store.log, signingKey: key, origin: logOrigin(SITE), report }).run();
}
async function save(name: string, path: string): Promise<string> {
  return folder.write(name, await (await request(path)).text());
}
const saveCheckpoint = (name: string) => save(name, '/.well-known/consentry-log/checkpoint');
const saveKeys = () => save('keys.json', '/.well-known/consentry-keys.json');

/** What a command printed, or how it ended. */
async function run(command: (print: (line: string) => void) => Promise<void>) {
  const lines: string[] = [];
  const error = await command((line) => lines.push(line)).then(
    () => undefined,
    (reason) => reason,
  );
  if (error && !(error instanceof CommandError)) throw error;
  return {
    lines,
    message: (error?.message ?? '') as string,
    exitCode: error?.exitCode as number | undefined,
  };
}

describe('consentry verify', () => {
  it('says of a genuine proof where the record is, and refuses one about another record', async () => {
    const receipt = await decide(1);
    await integrate();
    const proof = await (
      await request('/consentry/proofs', { method: 'POST', body: JSON.stringify(receipt) })
    ).json();
    const file = await folder.write('proof.json', proof);
    const keys = await saveKeys();
    expect((await run((print) => verify(file, keys, print))).lines).toContain(
      'Logged     at 0 of 2 in shop.example.com/consentry-log',
    );
    await folder.write('proof.json', { ...proof, index: 1 });
    const { message, exitCode } = await run((print) => verify(file, keys, print));
    expect(message).toContain(': altered: ');
    expect(exitCode).toBe(1);
    expect((await run((print) => verify(file, undefined, print))).message).toContain(': unknown-key: ');
  });

  it('says of a genuine checkpoint of which log it is, and refuses an altered one', async () => {
    await decide(1);
    await integrate();
    const [file, keys] = [await saveCheckpoint('one.txt'), await saveKeys()];
    expect((await run((print) => verify(file, keys, print))).lines.slice(0, 2)).toEqual([
      `${file} is genuine: the key of shop.example.com/consentry-log signed it.`,
      'Size       2',
    ]);
    await writeFile(file, (await readFile(file, 'utf8')).replace('\n2\n', '\n3\n'));
    expect((await run((print) => verify(file, keys, print))).message).toContain(': bad-signature: ');
  });
});

describe('consentry verify of two checkpoints', () => {
  it('believes that a log grew by its proof, and not without one or by another', async () => {
    await decide(1);
    await integrate();
    const older = await saveCheckpoint('older.txt');
    for (const number of [2, 3, 4]) await decide(number);
    await integrate();
    const newer = await saveCheckpoint('newer.txt');
    const keys = await saveKeys();
    const proof = await save('proof.json', '/.well-known/consentry-log/consistency?from=2&to=5');
    const files = { older, newer, proof, keys };
    expect((await run((print) => verifyCheckpoints(files, print))).lines).toEqual([
      'shop.example.com/consentry-log: grew from 2 to 5, and nothing before that was changed.',
    ]);
    expect(await run((print) => verifyCheckpoints({ ...files, proof: undefined }, print))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('consistency?from=2&to=5'),
    });
    await folder.write('proof.json', { proof: [] });
    const forked = await run((print) => verifyCheckpoints(files, print));
    expect(forked.message).toContain(': forked: ');
    expect(forked.exitCode).toBe(1);
    const swapped = await run((print) => verifyCheckpoints({ ...files, older: newer, newer: older }, print));
    expect(swapped.message).toContain(': missing: ');
  });

  it('finds two logs of one size', async () => {
    await decide(1);
    await integrate();
    const older = await saveCheckpoint('older.txt');
    const keys = await saveKeys();
    await store.close();
    await open(key, 'other.db');
    await decide(2);
    await integrate();
    const newer = await saveCheckpoint('newer.txt');
    const files = { older, newer, proof: undefined, keys };
    expect((await run((print) => verifyCheckpoints(files, print))).message).toContain(
      'of two different logs',
    );
  });
});

describe('consentry verify --log', () => {
  const options = (changes = {}) => ({
    ...{ data: folder.path('.'), keys: undefined, checkpoints: [], json: false },
    ...changes,
  });

  it('says of a whole database that it is whole, and names what is wrong with another', async () => {
    for (const number of [1, 2, 3]) await decide(number);
    await integrate();
    const whole = await run((print) => verifyLog(options(), print));
    expect(whole).toMatchObject({
      exitCode: undefined,
      lines: [
        '4 rows, 3 records, 1 entries of our own, 0 erased, 0 waiting, 1 checkpoints',
        expect.stringContaining('The log is whole'),
      ],
    });
    const witnessed = await saveCheckpoint('witnessed.txt');
    const keys = await saveKeys();
    await store.close();
    await mkdir(folder.path('other'));
    await open(key, 'other/receipts.db');
    await decide(1);
    await integrate();
    const anew = options({ data: folder.path('other'), keys, checkpoints: [witnessed] });
    const other = await run((print) => verifyLog(anew, print));
    expect(other.exitCode).toBe(1);
    expect(other.lines.join('\n')).toContain('missing: The log has 2 rows, and 4 were signed for.');
  });

  it('ends with 2 where there is no database', async () => {
    const { exitCode } = await run((print) => verifyLog(options({ data: folder.path('none') }), print));
    expect(exitCode).toBe(2);
  });
});

describe('consentry log witness', () => {
  const look = () =>
    run((print) =>
      witness(
        {
          ...{ site: SITE, file: folder.path('seen.jsonl'), keys: undefined },
          fetch: (async (url: URL) => request(url.pathname + url.search)) as unknown as typeof fetch,
        },
        print,
      ),
    );

  it('keeps what it sees of a log that only grows', async () => {
    await decide(1);
    await integrate();
    expect((await look()).lines).toEqual([
      'shop.example.com/consentry-log: size 2, the first that was seen.',
    ]);
    expect((await look()).lines).toEqual(['shop.example.com/consentry-log: size 2, as before.']);
    for (const number of [2, 3]) await decide(number);
    await integrate();
    expect((await look()).lines).toEqual([
      'shop.example.com/consentry-log: grew from 2 to 4, and nothing before that was changed.',
    ]);
    const lines = (await readFile(folder.path('seen.jsonl'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
  });

  it.each([
    ['missing', [5]],
    ['forked', [5, 6]],
    ['forked', [5, 6, 7]],
  ])('notices a log that was written anew and signed by its own key: %s', async (code, numbers) => {
    for (const number of [1, 2]) await decide(number);
    await integrate();
    await look();
    await store.close();
    await open(key, 'anew.db');
    for (const number of numbers) await decide(number);
    await integrate();
    const { message, exitCode } = await look();
    expect(message).toContain(`: ${code}: `);
    expect(exitCode).toBe(1);
    // The evidence is kept, and is not what the next look starts from.
    expect(await readFile(folder.path('seen.jsonl'), 'utf8')).toContain(`"problem":"${code}"`);
    expect((await look()).message).toContain(`: ${code}: `);
  });

  it('does not take a new key from the site itself', async () => {
    await decide(1);
    await integrate();
    await look();
    await store.close();
    await open(await importSigningKey(await createPrivateKey()), 'receipts.db');
    await decide(2);
    await integrate();
    expect((await look()).message).toContain(': unknown-key: ');
  });

  it('ends with 2 where nothing answers', async () => {
    expect((await look()).exitCode).toBe(2);
  });
});

describe('consentry keys rotate', () => {
  it('makes a new key and keeps the public half of the old one, so that an old log is still whole', async () => {
    await decide(1);
    await integrate();
    const { lines } = await run((print) => rotateKeys(folder.path('.'), print));
    expect(lines[1]).toContain(key.keyId);
    const previous = JSON.parse(await readFile(folder.path('previous-keys.json'), 'utf8'));
    expect(previous).toEqual({ keys: [key.publicKey] });
    const pair = JSON.parse(await readFile(folder.path('signing-key.json'), 'utf8'));
    expect(pair.x).not.toBe(key.publicKey.x);
    await store.close();
    await open(await importSigningKey(pair), 'receipts.db');
    await decide(2);
    await integrate();
    const whole = { data: folder.path('.'), keys: undefined, checkpoints: [], json: false };
    expect((await run((print) => verifyLog(whole, print))).exitCode).toBeUndefined();
  });

  it('ends with 2 where there is no key', async () => {
    expect((await run((print) => rotateKeys(folder.path('none'), print))).exitCode).toBe(2);
  });
});
