import type { PreferencesContent } from '@consentry/widget';
import { mountPreferences } from '@consentry/widget/preferences';
import { handOver } from './hand-over.js';
import type { PreferencesPart } from './parts.js';
import { withReceipts } from './save-receipt.js';

/** The whole of a preferences file: delivers the dialog with its content. */
export function preferencesFile(content: PreferencesContent): void {
  const part: PreferencesPart = (host) => mountPreferences({ ...withReceipts(host), content });
  handOver().deliver(part);
}
