import { describe, expect, it } from 'vitest';
import { checkConfig } from '../check-config.js';
import { formatProblem } from '../problem.js';

const said = (regime: object) =>
  (
    checkConfig({ site: 'shop', languages: ['en'], purposes: { a: { label: 'A' } }, vendors: {}, regime }, {})
      .problems ?? []
  ).map(formatProblem);

describe('rules by place', () => {
  it('are accepted with what the config says of countries, their parts, and groups', () => {
    const places = { JP: { grantDays: 90 }, 'US-CA': { model: 'opt-in' }, EEA: {}, EU: { denyDays: 200 } };
    expect(said({ byPlace: true, places, placeUrl: '/consentry/place', timeZone: true })).toEqual([]);
  });

  it('are about places that there are', () => {
    expect(said({ byPlace: true, places: { UK: {} } })).toEqual([
      'regime.places.UK: is "UK"; expected a code of ISO 3166-1 ("JP") or 3166-2 ("US-CA"), "EU" or "EEA". Did you mean "GB"?',
    ]);
    expect(said({ byPlace: true, places: { 'US-XX': {} } })[0]).toContain('regime.places.US-XX: is "US-XX"');
    expect(said({ byPlace: true, places: { Japan: {} } })[0]).toContain('regime.places.Japan');
  });

  it('leave no room for one rule for everybody beside them', () => {
    expect(said({ byPlace: true, model: 'opt-out' })[0]).toContain(
      'regime.model: is "opt-out"; expected not to be set; with "byPlace" each place has a rule of its own',
    );
  });

  it('are not meant by accident', () => {
    expect(said({ places: { JP: {} } })[0]).toContain('expected "byPlace": true beside it');
    expect(said({ timeZone: true })[0]).toContain('regime.timeZone');
    expect(said({ byPlace: false, placeUrl: '/place' })[0]).toContain('regime.placeUrl');
  });

  it('are asked for at the site itself only', () => {
    for (const placeUrl of ['https://geo.example/', '//geo.example/', '/\\geo.example/', 'place'])
      expect(said({ byPlace: true, placeUrl })[0]).toContain('regime.placeUrl');
  });
});
