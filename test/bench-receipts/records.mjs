// Records of about 1,024 bytes, as the measured floors were taken with.
const PURPOSES = Array.from({ length: 20 }, (_, i) => `purpose-number-${i}`);
const STATUSES = Object.fromEntries(PURPOSES.map((id) => [id, 'granted']));

/** The text of record `number` of client `client`; every one is new. */
export function recordText(client, number) {
  const ms = (1_795_000_000_000 + number).toString(16).padStart(12, '0');
  const tail = `${client.toString(16).padStart(4, '0')}${number.toString(16).padStart(8, '0')}`;
  return JSON.stringify({
    schema: 'consentry-record-1',
    id: `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${tail}`,
    subject: `bench-subj-${Math.floor(number / 3)
      .toString(36)
      .padStart(7, '0')}${client.toString(36).padStart(4, '0')}`,
    site: 'bench',
    notice: { version: 3, language: 'ja', hash: `sha256-${'A'.repeat(43)}` },
    regime: 'opt-in',
    via: 'banner',
    signals: { gpc: false },
    choices: { 'purpose-number-0': 'grant' },
    statuses: STATUSES,
    givenAt: '2026-11-21T07:00:00.000Z',
    sdk: '0.1.0',
  });
}
