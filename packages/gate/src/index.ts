export { createGate } from './create-gate.js';
export { expireCookie } from './expire-cookie.js';
export { type Gate, type GateOptions, startGate } from './gate.js';
export { reloadPage } from './reload-page.js';
export { type Leftover, matchesName, removeStorage, type StorageItem } from './storage.js';
export { createScriptPolicy } from './trusted-types.js';
