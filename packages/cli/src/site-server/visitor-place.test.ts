import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parsePlaceHeaders, visitorPlace, withPlace } from './visitor-place.js';

const at = (headers: Record<string, string>, names = 'CF-IPCountry,CF-Region-Code') =>
  visitorPlace(new Request('http://localhost/', { headers }), parsePlaceHeaders(names) ?? { place: 'none' });

describe('the place of a visitor, as the edge says it', () => {
  it('is the country, or the country and its part', () => {
    expect(at({ 'cf-ipcountry': 'JP' })).toBe('JP');
    expect(at({ 'cf-ipcountry': 'US', 'cf-region-code': 'CA' })).toBe('US-CA');
    expect(at({ 'cf-ipcountry': 'us', 'cf-region-code': 'US-CA' })).toBe('US-CA');
    expect(at({ 'x-place': 'US-CA' }, 'X-Place')).toBe('US-CA');
  });

  it('is nothing for Tor, for what the edge does not know, and for what strangers write', () => {
    for (const country of ['T1', 'XX', '', 'Japan', '"};alert(1)//', 'J'])
      expect(at({ 'cf-ipcountry': country, 'cf-region-code': 'CA' })).toBeUndefined();
    expect(at({})).toBeUndefined();
    expect(at({ 'cf-ipcountry': 'US', 'cf-region-code': '"];' })).toBe('US');
  });

  it('comes from one header or two', () => {
    expect(parsePlaceHeaders('CF-IPCountry')).toEqual({ place: 'cf-ipcountry' });
    for (const text of ['', 'a,b,c', 'a b', 'a,', ':']) expect(parsePlaceHeaders(text), text).toBeUndefined();
  });

  it('is told to the script unless the page has said another', () => {
    const run = (place?: string) => {
      const dataset: { place?: string } = place === undefined ? {} : { place };
      runInNewContext(withPlace('', 'JP'), { document: { currentScript: { dataset } } });
      return dataset.place;
    };
    expect(run()).toBe('JP');
    expect(run('DE')).toBe('DE');
  });
});
