/** Whether an earlier page has left records that were not sent: only then is the file that sends them wanted. */
export function hasUnsentRecords(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith('consentry-outbox.'));
  } catch {
    return false; // refused storage holds none
  }
}
