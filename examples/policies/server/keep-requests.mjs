// Requests that came by a form. They are no consent records: the receipt log can only grow, and what somebody writes
// here must be erasable. So they are lines of a file beside it, that only its owner can read.
import { appendFile, readFile } from 'node:fs/promises';

const HOUR_MS = 3_600_000;

/**
 * Keeps requests in `file`, at most so many an hour: everybody may ask, and nobody may fill the disk or bury what others
 * asked. `now` and `newId` are given by whoever opens it.
 */
export function openRequests({
  file,
  mostAnHour = 60,
  now = () => new Date(),
  newId = () => crypto.randomUUID(),
}) {
  let kept = [];
  return {
    /** Keeps one and answers its number; none when there were too many. */
    async keep(request) {
      const time = now().getTime();
      kept = kept.filter((at) => time - at < HOUR_MS);
      if (kept.length >= mostAnHour) return undefined;
      kept.push(time);
      const id = newId();
      await appendFile(file, `${JSON.stringify({ id, at: new Date(time).toISOString(), ...request })}\n`, {
        mode: 0o600,
      });
      return id;
    },
    /** All of them, the oldest first. */
    async list() {
      const text = await readFile(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
}

/** What is wrong with a form, by field; what it holds is a stranger's until then. */
export function checkRequest(form, rights) {
  const text = (key) => String(form[key] ?? '').trim();
  const request = {
    right: text('right'),
    name: text('name'),
    email: text('email'),
    message: text('message'),
  };
  const wrong = [
    ...(rights.includes(request.right) ? [] : ['right']),
    ...(request.name && request.name.length <= 200 ? [] : ['name']),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(request.email) && request.email.length <= 254 ? [] : ['email']),
    ...(request.message && request.message.length <= 4000 ? [] : ['message']),
  ];
  return { request, wrong };
}
