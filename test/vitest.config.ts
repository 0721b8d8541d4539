import { defineConfig } from 'vitest/config';

// Tests run on the sources: the condition makes one package's import of another resolve to its src.
const shared = {
  resolve: { conditions: ['consentry-source'] },
  ssr: { resolve: { conditions: ['consentry-source'] } },
};
const oxc = {
  jsx: { runtime: 'classic' as const, pragma: 'h', pragmaFrag: 'Fragment' },
};

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        ...shared,
        test: {
          name: 'node',
          environment: 'node',
          // Building a site takes seconds where two cores are busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'packages/{core,config,receipts,receipts-server,cli}/src/**/*.test.ts',
            'test/contract/**/*.test.ts',
          ],
        },
      },
      {
        ...shared,
        oxc,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['packages/{gate,adapters,widget,receipts-client,browser}/src/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
