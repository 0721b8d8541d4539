import { describe, expect, it } from 'vitest';
import vectors from '../../../test/vectors/record.json' with { type: 'json' };
import { parseRecord } from './parse-record.js';

const [whole] = vectors.good.map(({ record }) => record);

describe('parseRecord', () => {
  it.each(vectors.good)('accepts $name', ({ record }) => {
    expect(parseRecord(record)).toEqual({ record });
  });

  it.each(vectors.bad)('refuses $name and says where', ({ record, problem }) => {
    expect(parseRecord(record)).toEqual({ problem });
  });

  it('gives back a copy that the caller cannot change afterwards', () => {
    const given = structuredClone(whole);
    const parsed = parseRecord(given);
    Object.assign(given?.choices ?? {}, { analytics: 'deny' });
    expect(parsed).toEqual({ record: whole });
  });

  it('refuses a member named __proto__ and pollutes nothing', () => {
    const text = JSON.stringify(whole).replace('{', '{"__proto__":{"polluted":1},');
    expect(parseRecord(JSON.parse(text))).toEqual({
      problem: {
        path: '__proto__',
        expected: 'no such member',
        got: 'an object',
      },
    });
    const inside = JSON.stringify(whole).replace('"choices":{', '"choices":{"__proto__":"grant",');
    expect(parseRecord(JSON.parse(inside))).toMatchObject({
      problem: { path: 'choices.__proto__' },
    });
    expect({}).not.toHaveProperty('polluted');
  });

  it('counts members named like those of every object as missing when they are only inherited', () => {
    expect(
      parseRecord({ ...whole, statuses: { ...whole?.statuses }, choices: { constructor: 'grant' } }),
    ).toMatchObject({ problem: { path: 'statuses.constructor' } });
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 0],
    ['a big integer', 1n],
  ])('refuses %s, which is no JSON', (_, value) => {
    expect(parseRecord(value)).toMatchObject({
      problem: { path: '', expected: 'JSON data' },
    });
  });

  it('survives an object that throws when it is read', () => {
    const hostile = {
      get schema() {
        throw new Error('no');
      },
    };
    expect(parseRecord(hostile)).toMatchObject({ problem: { path: '' } });
  });

  it('takes 200 statuses and refuses 201', () => {
    const statuses = (count: number) => ({
      ...whole,
      choices: { p0: 'grant' },
      statuses: Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, 'granted'])),
    });
    expect(parseRecord(statuses(200))).toHaveProperty('record');
    expect(parseRecord(statuses(201))).toEqual({
      problem: { path: 'statuses', expected: '1 to 200 members', got: '201' },
    });
  });

  it('describes a long text and never repeats it', () => {
    const parsed = parseRecord({ ...whole, site: 'visitor@example.com'.repeat(9) });
    expect(parsed).toMatchObject({
      problem: { path: 'site', got: 'a text of 171 characters' },
    });
  });
});
