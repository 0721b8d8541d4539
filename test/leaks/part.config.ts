import { defineConfig } from '@playwright/test';
import whole from './playwright.config.js';

// A part of the cases for every run of the tests, in one browser. Workers read this file too.
process.env.LEAK_EVERY = '10';

export default defineConfig({ ...whole, workers: 1, projects: [{ name: 'chromium' }] });
