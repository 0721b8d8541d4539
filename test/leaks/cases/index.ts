import type { Category, FiledCase, LeakCase } from '../leak-case.js';
import { MARKED } from './marked.js';
import { DYNAMIC } from './unmarked-dynamic.js';
import { STATIC } from './unmarked-static.js';

const BY_CATEGORY: Partial<Record<Category, readonly LeakCase[]>> = {
  marked: MARKED,
  'unmarked-static': STATIC,
  'unmarked-dynamic': DYNAMIC,
};

/** Every case, by category. */
export const CASES: readonly FiledCase[] = Object.entries(BY_CATEGORY).flatMap(([category, cases]) =>
  cases.map((leakCase) => ({ ...leakCase, category: category as Category })),
);
