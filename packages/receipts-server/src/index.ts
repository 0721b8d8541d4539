export { createReceiptsApp, type ReceiptsAppOptions } from './app.js';
export type { DecisionCookie } from './decision-cookie.js';
export { ReceiptsServerError, type ReceiptsServerErrorCode } from './errors.js';
export type { HttpProblemCode } from './http-problem.js';
export type { RateLimit } from './rate-limit.js';
export { loadOrCreateSigningKey } from './signing-key.js';
export type { AddResult, ListQuery, ReceiptStore, StoredRecord } from './store.js';
export type { GroupCommitOptions } from './stores/group-commit.js';
export { openSqliteStore } from './stores/sqlite.js';
