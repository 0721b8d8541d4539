import type { PastDecision } from '@consentry/widget';

/** The receipts that came back, as what the visitor has decided so far. What is not one is left out. */
export function toHistory(receipts: readonly unknown[], document: Document): PastDecision[] {
  return (receipts as { record?: { givenAt: string; statuses?: PastDecision['statuses'] } }[]).flatMap(
    (receipt) => {
      const at = Date.parse(receipt?.record?.givenAt ?? '');
      const statuses = receipt?.record?.statuses;
      return at && statuses ? [{ at, statuses, download: () => saveReceipt(document, receipt) }] : [];
    },
  );
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
