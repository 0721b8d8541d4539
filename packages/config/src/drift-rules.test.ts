import { describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.js';
import { formatProblem } from './problem.js';

const site = (changes: object) => ({
  site: 'tea',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: {},
  ...changes,
});
const said = (changes: object) => (checkConfig(site(changes), {}).problems ?? []).map(formatProblem);

describe('drift', () => {
  it.each([
    {},
    { report: 'console' },
    { report: 'server', sample: 0.01, ignore: ['cdn.example', 'intranet'] },
    { sample: 1 },
  ])('may say %j', (drift) => {
    expect(said({ drift })).toEqual([]);
    expect(said({ drift, receipts: { endpoint: 'https://consent.example/api/records' } })).toEqual([]);
  });

  it.each([
    [
      { report: 'sever' },
      'drift.report: is "sever"; expected one of "console", "server". Did you mean "server"?',
    ],
    [{ sampel: 1 }, 'Did you mean "sample"?'],
    [{ sample: 0 }, 'drift.sample: is 0'],
    [{ sample: 1.5 }, 'drift.sample: is 1.5'],
    [
      { ignore: ['https://cdn.example'] },
      'drift.ignore.0: is "https://cdn.example"; expected "Name of a host',
    ],
    [{ ignore: ['cdn.example/fonts'] }, 'drift.ignore.0'],
    [{ ignore: ['CDN.example'] }, 'drift.ignore.0'],
  ])('may not say %j', (drift, message) => {
    expect(said({ drift }).join()).toContain(message);
  });

  it('needs an address that reports can be sent beside', () => {
    const receipts = { endpoint: 'https://consent.example/collect' };
    expect(said({ receipts, drift: { report: 'console' } })).toEqual([]);
    expect(said({ receipts, drift: { report: 'server' } }).join()).toContain(
      'drift.report: is "server"; expected "console"; receipts.endpoint is "https://consent.example/collect"',
    );
  });
});
