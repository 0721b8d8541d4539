import type { ExportSource } from './to-json.js';

const COLUMNS = [
  ...[
    'subject',
    'site',
    'record',
    'about',
    'state',
    'given_at',
    'received_at',
    'by',
    'method',
    'regime',
    'gpc',
  ],
  ...['notice_version', 'notice_language', 'notice_hash'],
];

/** One line for each event (RFC 4180), for people with a spreadsheet. */
export function toCsv({ accounts }: ExportSource): string {
  const lines = accounts.flatMap(({ subject, site, events }) =>
    events.map(({ record, about, state, givenAt, receivedAt, by, method, regime, gpc, notice }) => [
      ...[subject, site, record, about, state, givenAt, receivedAt, by, method, regime, String(gpc)],
      ...[String(notice.version), notice.language ?? '', notice.hash ?? ''],
    ]),
  );
  return csvLines([COLUMNS, ...lines]);
}

/** Lines of cells as CSV that a spreadsheet takes for nothing else. */
export function csvLines(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(toCell).join(',')}\r\n`).join('');
}

function toCell(text: string): string {
  // A spreadsheet would take it for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
