export { DEFAULT_SIGNALS, type GoogleSignal, type GoogleSignalMap } from './lib/google-consent-mode.js';
