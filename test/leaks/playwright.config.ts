import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  timeout: 180_000,
  fullyParallel: true,
  // Each has a browser with a few windows; more would fight for the two cores of a small machine.
  workers: Number(process.env.LEAK_WORKERS ?? 2),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['./reporter.ts']],
  outputDir: '../../node_modules/.cache/consentry/leaks',
  projects: [{ name: 'chromium' }, { name: 'firefox' }, { name: 'webkit' }],
});
