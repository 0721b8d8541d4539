import type { Outbox } from '@consentry/receipts-client';
import type { Sender } from '@consentry/receipts-client/sender';
import type { Banner, Preferences, WidgetHost } from '@consentry/widget';

/** What the banner's file delivers. */
export type BannerPart = (host: WidgetHost & { openPreferences(opener?: HTMLElement): void }) => Banner;

/** What the preferences' file delivers. `receipts` is absent where the site keeps none. */
export type PreferencesPart = (
  host: WidgetHost & { receipts?: () => Promise<readonly unknown[]>; onError(error: unknown): void },
) => Preferences;

/** What the receipts' file delivers. */
export type ReceiptsPart = (options: {
  readonly outbox: Outbox;
  readonly endpoint: string;
  readonly onError: (error: unknown) => void;
}) => Sender;
