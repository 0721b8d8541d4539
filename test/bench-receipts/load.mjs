// Sends records over keep-alive connections for some seconds, one after another on each, and prints what came back.
// node load.mjs <port,port> <connections> <seconds> <client number>
// Raw sockets: a comfortable client would cost more than the server it measures.
import net from 'node:net';
import { recordText } from './records.mjs';

const [ports, connections, seconds, client] = process.argv.slice(2);
const targets = ports.split(',').map(Number);
const end = performance.now() + Number(seconds) * 1000;
const times = [];
const statuses = {};
let number = 0;

const connect = (port) =>
  new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let sentAt = 0;
    let received = '';
    const next = () => {
      if (performance.now() >= end) {
        socket.destroy();
        return resolve();
      }
      const body = recordText(Number(client), number++);
      sentAt = performance.now();
      socket.write(
        `POST /consentry/records HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: text/plain\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    };
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      received += chunk;
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(received)?.[1];
      const whole =
        length === undefined ? received.endsWith('0\r\n\r\n') : received.length >= head + 4 + Number(length);
      if (!whole) return;
      const status = received.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(performance.now() - sentAt);
      received = '';
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
