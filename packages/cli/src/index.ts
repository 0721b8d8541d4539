export { type Catalogue, loadCatalogue } from './adapter-catalogue.js';
export { CommandError } from './command-error.js';
export { readConfigFile } from './config-file.js';
export {
  type Cause,
  type Explanation,
  explain,
  type Step,
  type Visit,
  visitPage,
} from './explain/explain.js';
export type { Said, Situation } from './explain/situation.js';
export { visitorCookie } from './explain/visitor-cookie.js';
export { buildGeneric } from './site-build/build-generic.js';
export { buildSite, type SiteBuild } from './site-build/build-site.js';
export type { BuiltFile } from './site-build/file-list.js';
export { type InlineBanner, inlineBanners } from './site-build/inline-banner.js';
export {
  createSiteServer,
  type SiteServer,
  type SiteServerOptions,
} from './site-server/create-site-server.js';
