/** The parts of a build that withhold what is not marked, each left out where a site has no use for it. */
export { createGuard, guardAreas, guardCookies, guardDatabases, guardReplay } from '@consentry/gate/guard';
export { withholdStrictly } from '@consentry/gate/strict';
