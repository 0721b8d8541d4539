import type { PreferencesPart } from './parts.js';

type Host = Parameters<PreferencesPart>[0];

/** What the dialog is mounted with: a way to take the receipt home where the site keeps any. */
export function withReceipts({ receipts, onError, ...host }: Host) {
  if (!receipts) return host;
  const downloadReceipt = () => {
    const [latest] = receipts();
    if (latest) saveReceipt(host.document, latest);
    else onError('the server has not answered with a receipt yet.');
  };
  return { ...host, downloadReceipt };
}

/** Hands the visitor a receipt as a file. */
function saveReceipt(document: Document, receipt: unknown): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = 'consent-receipt.json';
  link.click();
  URL.revokeObjectURL(url);
}
