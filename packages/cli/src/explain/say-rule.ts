import { placeName, type RegimeRow, type RuleAtPlace } from '@consentry/config';
import type { RegimeRule } from '@consentry/core';
import type { Step } from './explain.js';

/** Says which rule is in force, and where it comes from. */
export function sayRule({ rule, kind, rows, settings }: RuleAtPlace, place: string | undefined): Step[] {
  const whole = sayModel(rule);
  if (kind === 'everybody')
    return [
      {
        says: `One rule is for everybody, wherever they are: ${whole}`,
        from: settings.join(', ') || 'the default, which is the strictest',
      },
    ];
  const [row] = rows;
  const from = kind === 'place' && row ? sayRow(row) : `the table, ${rows.length} rows (docs/regimes.md)`;
  const where = {
    place: `${placeName(place ?? '')} has this rule: ${whole}`,
    country: `Of ${placeName((place ?? '').slice(0, 2))} no part is known, and parts of it differ, so the strictest holds: ${whole}`,
    unknown: `${place === undefined ? 'Nothing tells where the visitor is' : `No rule is about "${place}"`}, so the strictest of all rules holds: ${whole}`,
  }[kind];
  return [
    { says: where, from: kind === 'place' && !row ? 'regime.byPlace; the table has no row' : from },
    ...(settings.length > 0
      ? [
          {
            says: `The config has ${settings.length === 1 ? 'a setting' : 'settings'} of its own here, already counted above.`,
            from: settings.join(', '),
          },
        ]
      : []),
  ];
}

function sayModel({ model, grantDays, denyDays, gpc }: RegimeRule): string {
  const before = {
    'opt-in': 'nothing optional runs before a yes (opt-in)',
    'opt-out': 'what nobody has said no to runs (opt-out)',
    notice: 'what nobody has said no to runs while the visitor is told (notice)',
  }[model];
  const signal = gpc === 'deny' ? 'counts as a no' : 'is recorded and changes nothing';
  return `${before}; a yes lasts ${grantDays} days, a no is quiet for ${denyDays}; Global Privacy Control ${signal}.`;
}

function sayRow({ places, law, source, confidence }: RegimeRow): string {
  const known = source.mark === 'read' ? `read ${source.date}: ${source.url}` : 'unverified';
  return `the table, row ${places[0]}: ${law} (confidence ${confidence}; ${known})`;
}
