export { expireCookie } from './expire-cookie.js';
export { createGate, type Gate, type GateOptions } from './gate.js';
export { reloadPage } from './reload-page.js';
export { type Leftover, matchesName, removeStorage, type StorageItem } from './storage.js';
export { createScriptPolicy } from './trusted-types.js';
