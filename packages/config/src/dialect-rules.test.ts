import { describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.js';
import { formatProblem } from './problem.js';

const said = (dialect: unknown) =>
  (
    checkConfig(
      {
        site: 'shop',
        languages: ['en'],
        purposes: { analytics: { label: 'Measuring' } },
        vendors: {
          counter: {
            ...{ adapter: false, purposes: ['analytics'], name: 'C', provider: 'C Ltd' },
            ...{ information: 'I', usedFor: 'U' },
          },
        },
        dialect,
      },
      {},
    ).problems ?? []
  ).map(formatProblem);

describe('the dialect of a config', () => {
  it('is that of one consent manager, with what each of its names stands for', () => {
    expect(
      said({
        of: 'klaro',
        categories: { 'My Counter': 'counter', all: ['analytics', 'counter'], 'C0002/x.y': 'analytics' },
        stored: { kind: 'localStorage', name: 'mine' },
        implied: ['all'],
        undatedDays: 0,
      }),
    ).toEqual([]);
    expect(said({ of: 'vanilla-cookieconsent', categories: {}, revision: 3 })).toEqual([]);
  });

  it.each([
    ['an unheard consent manager', { of: 'other', categories: {} }, 'dialect.of'],
    ['names without a meaning', { of: 'klaro' }, 'dialect'],
    [
      'a name that stands for nothing here',
      { of: 'klaro', categories: { a: 'counters' } },
      'Did you mean "counter"?',
    ],
    [
      'a name that stands for something else than ids',
      { of: 'klaro', categories: { a: true } },
      'dialect.categories.a',
    ],
    [
      'a yes nobody gave to a name that is not there',
      { of: 'klaro', categories: {}, implied: ['x'] },
      'dialect.implied',
    ],
    ['a revision of one that has none', { of: 'klaro', categories: {}, revision: 1 }, 'dialect.revision'],
    [
      'a cookie name that is none',
      { of: 'klaro', categories: {}, stored: { kind: 'cookie', name: 'a;b' } },
      'dialect.stored.name',
    ],
    ['a misspelt setting', { of: 'klaro', categories: {}, undated: 3 }, 'undated'],
  ])('is wrong with %s', (_, dialect, expected) => {
    expect(said(dialect).join('\n')).toContain(expected);
  });
});
