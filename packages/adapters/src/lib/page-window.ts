import type { AdapterContext } from '../define-adapter.js';

/** The page's global object, whose vendors' names an adapter may set. */
export type PageWindow = AdapterContext['window'];
