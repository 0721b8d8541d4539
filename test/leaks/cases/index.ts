import type { Category, FiledCase, LeakCase } from '../leak-case.js';
import { MARKED } from './marked.js';
import { NEUTRAL } from './neutral.js';
import { REALM } from './realm.js';
import { SENDING } from './sending.js';
import { STORAGE } from './storage.js';
import { DYNAMIC } from './unmarked-dynamic.js';
import { STATIC } from './unmarked-static.js';
import { URLS } from './url.js';

const BY_CATEGORY: Record<Category, readonly LeakCase[]> = {
  marked: MARKED,
  'unmarked-static': STATIC,
  'unmarked-dynamic': DYNAMIC,
  sending: SENDING,
  realm: REALM,
  storage: STORAGE,
  url: URLS,
  neutral: NEUTRAL,
};

/** Every case, by category. */
export const CASES: readonly FiledCase[] = Object.entries(BY_CATEGORY).flatMap(([category, cases]) =>
  cases.map((leakCase) => ({ ...leakCase, category: category as Category })),
);
