// The entry of the database thread; `stores/sqlite-thread.ts` starts it and speaks with it.
import { parentPort, workerData } from 'node:worker_threads';
import type { WriterAnswer } from './stores/sqlite-thread.js';
import { openSqliteWriter } from './stores/sqlite-writer.js';
import { answerCall, type WriterCall } from './stores/writer-call.js';

const answer = (message: WriterAnswer) => parentPort?.postMessage(message);

try {
  const writer = await openSqliteWriter((workerData as { path: string }).path);
  parentPort?.on('message', ({ number, ...call }: WriterCall) => {
    try {
      answer({ number, result: answerCall(writer, call) });
      if (call.method === 'close') parentPort?.close();
    } catch (error) {
      answer({ number, error });
    }
  });
  answer({ number: 0, result: undefined });
} catch (error) {
  answer({ number: 0, error });
}
