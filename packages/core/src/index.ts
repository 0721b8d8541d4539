export { checkSite } from './check-site.js';
export {
  type ConsentControls,
  type ConsentManager,
  type ConsentPlatform,
  createConsentManager,
} from './consent.js';
export { type ConsentState, createConsentState, guarded, type StatePlatform } from './consent-state.js';
export {
  createDecider,
  type Decider,
  type DeciderPlatform,
  type Decision,
  type DecisionContext,
} from './decider.js';
export {
  type DecisionAct,
  type DecisionLetter,
  type DecisionStatus,
  isAllowed,
  type Regime,
  type RegimeRule,
  type StoredDecision,
  transition,
} from './decision.js';
export { ConsentryError, type ConsentryErrorCode } from './errors.js';
export type { RandomBytes } from './identifiers.js';
export type { ChoiceAct } from './next-decisions.js';
export { decodeConsent, encodeConsent, type StoredConsent } from './persist/codec.js';
export type { CookieJar } from './persist/cookie.js';
export { cookieDomains } from './persist/cookie-domains.js';
export {
  type CookieSettings,
  cookieKey,
  type Purpose,
  type SiteDefinition,
  STRICTEST,
  type Vendor,
} from './site.js';
export type {
  ConsentEntry,
  ConsentSnapshot,
  ListenableStore,
  ReadableStore,
  WritableStore,
} from './store.js';
export { createTabChannel, type TabChannel } from './tabs.js';
