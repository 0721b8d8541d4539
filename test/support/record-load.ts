import {
  checkLog,
  createIntegrator,
  loadOrCreateSigningKey,
  type ReceiptStore,
} from '@consentry/receipts-server';
import { aRecord } from './a-record.js';

/** A record that was sent, and its receipt if there was an answer in time. */
export interface SentRecord {
  readonly text: string;
  receipt?: string;
}

/** Browsers that send records until they are told to stop. */
export interface RecordLoad {
  readonly sent: ReadonlyMap<string, SentRecord>;
  /** How often each status was answered; 0 for no answer. */
  readonly answers: ReadonlyMap<number, number>;
  /** Resolves when so many more were acknowledged, and a random moment later. However fast the machine is. */
  more(count: number): Promise<void>;
  /** Resolves when the last answer is there. */
  stop(): Promise<void>;
}

/** Sends new records from `streams` browsers at once. `urlOf` is asked before each, and may answer another server. */
export function startLoad(urlOf: () => string, streams = 32): RecordLoad {
  const sent = new Map<string, SentRecord>();
  const answers = new Map<number, number>();
  let going = true;
  const stream = async () => {
    while (going) {
      const record = aRecord(sent.size + 1);
      const entry: SentRecord = { text: JSON.stringify(record) };
      sent.set(record.id, entry);
      const { status, body } = await post(urlOf(), entry.text);
      answers.set(status, (answers.get(status) ?? 0) + 1);
      if (status === 201) entry.receipt = body;
      // A browser waits after a failure, much longer than this.
      else await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const running = Promise.all(Array.from({ length: streams }, stream));
  return {
    sent,
    answers,
    async more(count) {
      const enough = (answers.get(201) ?? 0) + count;
      const giveUp = Date.now() + 30_000;
      while ((answers.get(201) ?? 0) < enough) {
        if (Date.now() > giveUp)
          throw new Error(`Not ${count} more records were acknowledged in 30 seconds.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
    },
    async stop() {
      going = false;
      await running;
    },
  };
}

/** Sends one record; status 0 when there was no answer. */
export async function post(url: string, text: string): Promise<{ status: number; body: string }> {
  try {
    const answer = await fetch(`${url}/records`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'text/plain' },
      signal: AbortSignal.timeout(40_000),
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

/** What a crash must not have done, with the figures printed. */
export async function compare(
  name: string,
  { sent, answers }: RecordLoad,
  store: ReceiptStore,
  folder: string,
) {
  const found = new Map<string, string>();
  let rows = 0;
  for (let before: string | undefined, full = true; full; ) {
    const page = await store.list({ before, limit: 1000 });
    for (const { id, receipt } of page) found.set(id, receipt);
    rows += page.length;
    before = page.at(-1)?.id;
    full = page.length === 1000;
  }
  const signingKey = await loadOrCreateSigningKey(`${folder}/key.json`);
  const report = (message: string) => console.error(message);
  // What waits is taken in as the next start would.
  const integrator = createIntegrator({
    log: store.log,
    signingKey,
    origin: 'check',
    report,
    leaseMs: 60_000,
  });
  for (let tries = 0; (await store.log.waiting()) > 0 && tries < 100; tries++) {
    await integrator.run();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await integrator.stop();
  const log = await checkLog(store, { trustedKeys: [signingKey.publicKey] });
  const acknowledged = [...sent].filter(([, { receipt }]) => receipt !== undefined);
  const lost = acknowledged.filter(([id, { receipt }]) => found.get(id) !== receipt).map(([id]) => id);
  const twice = rows - found.size;
  console.log(
    `${name}: ${sent.size} sent, ${acknowledged.length} acknowledged, ${found.size} found, ${lost.length} lost, ` +
      `${twice} twice, log of ${log.size} rows with ${log.findings.length} findings; ` +
      `answers ${[...answers].map(([status, count]) => `${status || 'none'}: ${count}`).join(', ')}`,
  );
  return { acknowledged, found, lost, twice, log };
}
