import { defineConfig } from '@playwright/test';

/** `LONG=1` (npm run test:long) adds what takes too long for every change. */
const isLong = Boolean(process.env.LONG);
/** What only Chromium can show, or what is the same in every engine and shown elsewhere in all of them. */
const CHROMIUM_ONLY = [
  '**/command-line.spec.ts',
  '**/configs.spec.ts',
  '**/drift.spec.ts',
  '**/dialects.spec.ts',
  '**/fairness.spec.ts',
  '**/kept-and-ahead.spec.ts',
  '**/marketer.spec.ts',
  '**/notice-pages.spec.ts',
  '**/policies.spec.ts',
  '**/shown.spec.ts',
];
/** What hangs on an engine less than the gate's own tests do: for every change in Chromium, in the others with the long ones. */
const LONG_ELSEWHERE = ['**/google-consent.spec.ts', '**/real-trackers.spec.ts', '**/starters.spec.ts'];
const others = { testIgnore: [...CHROMIUM_ONLY, ...(isLong ? [] : LONG_ELSEWHERE)] };

export default defineConfig({
  testDir: '.',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Two cores: a third browser makes timings lie.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A browser that stumbles on a busy machine gets a second try; such tests are named in the output.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../../node_modules/.cache/consentry/e2e.json' }]],
  outputDir: '../../node_modules/.cache/consentry/e2e',
  projects: [
    { name: 'chromium' },
    { name: 'firefox', ...others },
    { name: 'webkit', testIgnore: [...others.testIgnore, '**/forced-colors.spec.ts'] },
  ],
  webServer: [
    {
      command: 'node examples/omakase/server.mjs --data node_modules/.cache/consentry/omakase-e2e --quiet',
      cwd: '../..',
      url: 'http://127.0.0.1:4400/consentry.js',
      reuseExistingServer: false,
    },
    {
      command: 'npm run build && npm run preview -- --strictPort',
      cwd: '../../examples/npm',
      url: 'http://localhost:4173/',
      timeout: 120_000,
      reuseExistingServer: false,
    },
    {
      command: 'node examples/gallery/server.mjs',
      cwd: '../..',
      url: 'http://127.0.0.1:4460/',
      reuseExistingServer: false,
    },
    {
      command: 'node examples/policies/server.mjs --data node_modules/.cache/consentry/policies-e2e --quiet',
      cwd: '../..',
      url: 'http://127.0.0.1:4470/',
      timeout: 120_000,
      reuseExistingServer: false,
    },
    {
      command: 'node test/support/gate-site.mjs',
      cwd: '../..',
      url: 'http://127.0.0.1:4410/consentry.js',
      reuseExistingServer: false,
    },
    {
      command: 'node test/support/trackers-site.mjs',
      cwd: '../..',
      url: 'http://127.0.0.1:4420/consentry.js',
      reuseExistingServer: false,
    },
    {
      command: 'node test/support/starters-site.mjs',
      cwd: '../..',
      url: 'http://127.0.0.1:4430/witness.js',
      timeout: 120_000,
      reuseExistingServer: false,
    },
  ],
});
