import type { PreferencesPart } from './parts.js';

type Host = Parameters<PreferencesPart>[0];

/** What the dialog is mounted with: a way to take the receipt home where the site keeps any. */
export function withReceipts({ receipts, onError, ...host }: Host) {
  const downloadReceipt = () => void (receipts && saveReceipt(host.document, receipts).catch(onError));
  return receipts ? { ...host, downloadReceipt } : host;
}

/** Hands the visitor the latest receipt as a file. Rejects when there is none yet. */
async function saveReceipt(document: Document, receipts: () => Promise<readonly unknown[]>): Promise<void> {
  const [latest] = await receipts();
  if (!latest) throw new Error('The server has not answered with a receipt yet.');
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(latest, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = 'consent-receipt.json';
  link.click();
  URL.revokeObjectURL(url);
}
