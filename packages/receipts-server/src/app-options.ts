import type { PublicKey, SigningKey } from '@consentry/receipts';
import type { Connector } from './connectors/connector.js';
import type { DecisionCookie } from './decision-cookie.js';
import type { Controller } from './exports/consent-account.js';
import type { InsightsSettings } from './insights/settings.js';
import type { RequestLine } from './operations/operations.js';
import type { RateLimit } from './rate-limit.js';
import type { ReceiptStore } from './store.js';

/** Options of `createReceiptsApp`. */
export interface ReceiptsAppOptions {
  readonly store: ReceiptStore;
  /** Signs every receipt; see `loadOrCreateSigningKey`. */
  readonly signingKey: SigningKey;
  /** Keys that signed earlier receipts; they stay published, so that those can still be verified. @default [] */
  readonly previousKeys?: readonly PublicKey[];
  /** Who answers for the receipts: the site's origin, e.g. `"https://example.com"`. */
  readonly issuer: string;
  /** Address of the client behind a request. Used to count requests, kept in memory only. */
  readonly clientAddress: (request: Request, env: unknown) => string;
  /** Tokens that may read, or their hashes, beside those in the store. @default [] */
  readonly readTokens?: readonly string[];
  /** Path everything but the well-known keys is under. @default "/consentry" */
  readonly basePath?: string;
  /** Origins beside our own whose pages may post records, e.g. `["https://www.example.com"]`. @default [] */
  readonly origins?: readonly string[];
  /** Site ids whose records are taken. @default all */
  readonly sites?: readonly string[];
  readonly cookie?: DecisionCookie;
  /** E-mail services that hear of decisions, see `createConnectors`; `createDeliverer` takes them there. @default [] */
  readonly connectors?: readonly Connector[];
  /** Tokens of the site's own servers, which link subjects to people, or their hashes. @default [] */
  readonly linkTokens?: readonly string[];
  /** Who answers for the processing, for exports. */
  readonly controller?: Controller;
  readonly insights?: InsightsSettings;
  /** Takes the hosts that pages met and no setting names, and shows them to readers. @default false */
  readonly drift?: boolean;
  readonly rateLimit?: RateLimit;
  /** Requests answered at the same time; the next one is told to come again. @default 2000 */
  readonly mostAtOnce?: number;
  /** Told of every answered request, without anything about persons. @default nobody */
  readonly onRequest?: (line: RequestLine) => void;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** Told of what the server could not do. Never of a request's contents. @default console.error */
  readonly onError?: (error: unknown) => void;
}
