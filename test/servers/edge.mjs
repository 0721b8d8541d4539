import { createConsentPolicy } from '@consentry/gate/policy';
import { createEdgeHandler } from '@consentry/gate/policy/edge';
import site from './public/consentry-policy.json' with { type: 'json' };

const policy = createConsentPolicy(site);

/** A worker in front of the site: what the site answers goes through it. */
export default { fetch: createEdgeHandler(policy, (request) => fetch(request)) };
