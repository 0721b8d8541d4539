export { allowListPolicy } from './allow-list-policy.js';
export {
  type ConsentPolicy,
  type ConsentPolicyOptions,
  createConsentPolicy,
  type PolicyHeaders,
} from './consent-policy.js';
export type { PolicySite, PolicyVendor } from './policy-site.js';
export type { HeaderReader } from './visitor-state.js';
