// A receipt holds its record, which stands beside it already: half of what a row would be. So the record is cut out of
// the receipt where it is stored, and put back where it is read.

/** What is left where the record was. No JSON has this: a value is missing in it. */
const GAP = '"record":,';

/** A receipt as it is stored beside the record's text; unchanged where it does not hold just that. */
export function shortenReceipt(receipt: string, text: string): string {
  const held = `"record":${withoutSpace(text)},`;
  const at = receipt.indexOf(held);
  return at < 0 ? receipt : receipt.slice(0, at) + GAP + receipt.slice(at + held.length);
}

/** The whole receipt again. What was stored before receipts were shortened is whole. */
export function restoreReceipt(stored: string, text: string): string {
  const at = stored.indexOf(GAP);
  return at < 0
    ? stored
    : `${stored.slice(0, at)}"record":${withoutSpace(text)},${stored.slice(at + GAP.length)}`;
}

/** A record has white space between its values only. */
function withoutSpace(text: string): string {
  return /\s/.test(text) ? text.replace(/\s/g, '') : text;
}
