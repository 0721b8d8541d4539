export { checkSite } from './check-site.js';
export {
  type ConsentManager,
  type ConsentPlatform,
  createConsentManager,
  createTrustedConsentManager,
  type Decision,
  type DecisionContext,
} from './consent.js';
export type { StoredDecision } from './decision.js';
export {
  type AllowedInput,
  type DecisionAct,
  type DecisionStatus,
  isAllowed,
  type Regime,
  type RegimeRule,
  transition,
} from './decision.js';
export { ConsentryError, type ConsentryErrorCode } from './errors.js';
export type { RandomBytes } from './identifiers.js';
export type { ChoiceAct } from './next-consent.js';
export {
  decodeConsent,
  encodeConsent,
  type StoredConsent,
} from './persist/codec.js';
export { type CookieJar, cookieDomains } from './persist/cookie.js';
export {
  type CookieSettings,
  cookieKey,
  type Purpose,
  type SiteDefinition,
  type Vendor,
} from './site.js';
export type { ConsentEntry, ConsentSnapshot } from './store.js';
export type { TabChannel } from './tabs.js';
