import { defineConfig } from 'vitest/config';

// Run on the built packages: npx rollup -c && npx vitest run -c test/crash/vitest.config.ts
export default defineConfig({
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['*.test.ts'],
    testTimeout: 60_000,
  },
});
