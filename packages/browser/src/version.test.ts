import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { VERSION } from './version.js';

it('The version that records carry is that of the package', () => {
  expect(VERSION).toBe(manifest.version);
});
