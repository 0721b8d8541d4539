// Sends records over keep-alive connections for some seconds, one after another on each, and prints what came back.
// node load.mjs <port,port> <connections> <seconds> <client number>
// Raw sockets and requests that are written into the bytes of the one before: whatever it takes is missing to the server
// that it measures, on the same processors.
import net from 'node:net';
import { createPost } from './records.mjs';

const [ports, connections, seconds, client] = process.argv.slice(2);
const targets = ports.split(',').map(Number);
const end = performance.now() + Number(seconds) * 1000;
const times = [];
const statuses = {};
let number = 0;
const NOTHING = Buffer.alloc(0);

const connect = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    const post = createPost(
      Number(client),
      (length) =>
        `POST /consentry/records HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\n\r\n`,
    );
    let sentAt = 0;
    let received = NOTHING;
    const next = () => {
      sentAt = performance.now();
      if (sentAt >= end) {
        socket.destroy();
        return resolve();
      }
      // The one before has been answered, so nothing reads these bytes any more.
      post.write(number++);
      socket.write(post.bytes);
    };
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isWhole(received)) return;
      const status = received.latin1Slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(performance.now() - sentAt);
      received = NOTHING;
      next();
    });
    socket.on('error', reject);
    socket.on('connect', next);
  });

const start = performance.now();
await Promise.all(
  Array.from({ length: Number(connections) }, (_, i) => connect(targets[i % targets.length])),
);
const elapsed = (performance.now() - start) / 1000;
times.sort((one, other) => one - other);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
console.log(JSON.stringify({ rate: times.length / elapsed, p50: at(0.5), p99: at(0.99), statuses }));

/** Whether an answer has come to its end, by its announced length or its last chunk. */
function isWhole(answer) {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.latin1Slice(0, head))?.[1];
  return length === undefined
    ? answer.latin1Slice(-5) === '0\r\n\r\n'
    : answer.length >= head + 4 + Number(length);
}
