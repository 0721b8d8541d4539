export { issueToken, rotateToken, type TokenRequest } from './access/issue-token.js';
export type { Role, StoredToken, Tokens } from './access/tokens.js';
export { createReceiptsApp, type ReceiptsApp } from './app.js';
export type { ReceiptsAppOptions } from './app-options.js';
export type { Capabilities, Connector, Message, ReportedChange, Told } from './connectors/connector.js';
export { connectorCapabilities, createConnectors } from './connectors/create-connectors.js';
export { DeliveryError, type DeliveryErrorKind } from './connectors/delivery-error.js';
export type { CarriedPurpose, ConnectorSettings } from './connectors/settings.js';
export { type SignedDelivery, verifyDelivery } from './connectors/webhook-signature.js';
export type { DecisionCookie } from './decision-cookie.js';
export type { Act, ActStatus, Standing, Standings } from './deliveries/act.js';
export { createDeliverer, type Deliverer, type DelivererOptions } from './deliveries/deliverer.js';
export type {
  Contact,
  DeliveryQuery,
  DeliveryQueue,
  DeliveryState,
  Hold,
  LeasedDelivery,
  LeaseRequest,
  Link,
  ListedDelivery,
  Settlement,
} from './deliveries/delivery-queue.js';
export { type DriftedHost, summariseDrift } from './drift/drift-answer.js';
export type { DayOfSightings, DriftKind, Sighting, Sightings } from './drift/sightings.js';
export { ReceiptsServerError, type ReceiptsServerErrorCode } from './errors.js';
export type { Controller } from './exports/consent-account.js';
export type { HttpProblemCode } from './http-problem.js';
export type { Topic } from './insights/answer.js';
export type { CountDifference, Counters } from './insights/counters.js';
export {
  type Count,
  type CountKey,
  countKeysIn,
  countsOf,
  type Outcome,
  readKey,
  writeKey,
} from './insights/counts.js';
export type { InsightsSettings } from './insights/settings.js';
export { showDelivery, showHold } from './list-deliveries.js';
export { checkLog, type LogCheck, type LogCheckOptions } from './log/check-log.js';
export { commitEntry } from './log/commit-entry.js';
export type { Finding, FindingCode } from './log/finding.js';
export { createIntegrator, type Integrator, type IntegratorOptions } from './log/integrator.js';
export type {
  AppendRequest,
  EntryKind,
  LogEntry,
  LogKey,
  LogRow,
  LogState,
  ReceiptLog,
  StoredCheckpoint,
  WaitingRow,
} from './log/receipt-log.js';
export type { RequestLine } from './operations/operations.js';
export type { AccountLink, Erasable, LegalHold, People } from './people/people.js';
export {
  createRetention,
  type Retention,
  type RetentionOptions,
  type RetentionRules,
} from './people/retention.js';
export type { RateLimit } from './rate-limit.js';
export { loadOrCreateSigningKey, loadPreviousKeys, rotateSigningKey } from './signing-key.js';
export type { AddResult, ListQuery, ReceiptStore, StoredRecord } from './store.js';
export type { GroupCommitOptions } from './stores/group-commit.js';
export { openPostgresStore, type PostgresStoreOptions } from './stores/postgres.js';
export { openSqliteStore } from './stores/sqlite.js';
export { copyStore, type StoreCopy } from './transfer/copy-store.js';
export type { Transfer, TransferRow } from './transfer/tables.js';
