import type { LeakCase } from '../leak-case.js';
/** What scripts of the page make. */
export const DYNAMIC: readonly LeakCase[] = [
  {
    id: 'dyn-append',
    title: 'A script that is appended is neither requested nor run',
    script: `const s = document.createElement('script'); s.src = '{at}/a.js'; document.head.append(s);`,
    leak: 'run',
  },
];
