// Records of about 1,024 bytes, as the measured floors were taken with.
const PURPOSES = Array.from({ length: 20 }, (_, i) => `purpose-number-${i}`).sort();
const STATUSES = Object.fromEntries(PURPOSES.map((id) => [id, 'granted']));

/** The id and the subject of record `number` of client `client`: nothing else tells one record from another. */
function nameRecord(client, number) {
  const ms = (1_795_000_000_000 + number).toString(16).padStart(12, '0');
  const tail = `${client.toString(16).padStart(4, '0')}${number.toString(16).padStart(8, '0')}`;
  const person = Math.floor(number / 3).toString(36);
  return {
    id: `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${tail}`,
    subject: `bench-subj-${person.padStart(7, '0')}${client.toString(36).padStart(4, '0')}`,
  };
}

/** The text of record `number` of client `client`; every one is new. */
export function recordText(client, number) {
  const { id, subject } = nameRecord(client, number);
  // In the order in which the client writes them.
  return JSON.stringify({
    choices: { 'purpose-number-0': 'grant' },
    givenAt: '2026-11-21T07:00:00.000Z',
    id,
    notice: { hash: `sha256-${'A'.repeat(43)}`, language: 'ja', version: 3 },
    regime: 'opt-in',
    schema: 'consentry-record-1',
    sdk: '0.1.0',
    signals: { gpc: false },
    site: 'bench',
    statuses: STATUSES,
    subject,
    via: 'banner',
  });
}

/**
 * One posted record after another in the same bytes: `write` puts a number's id and subject into them. `head` makes
 * what comes before a body of so many bytes.
 */
export function createPost(client, head) {
  const body = recordText(client, 0);
  const bytes = Buffer.from(head(body.length) + body);
  const first = nameRecord(client, 0);
  const [idAt, subjectAt] = [bytes.indexOf(first.id), bytes.indexOf(first.subject)];
  return {
    bytes,
    write(number) {
      const { id, subject } = nameRecord(client, number);
      bytes.latin1Write(id, idAt);
      bytes.latin1Write(subject, subjectAt);
    },
  };
}
