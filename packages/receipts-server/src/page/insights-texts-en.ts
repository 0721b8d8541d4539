import type { InsightsTexts } from './insights-texts.js';

export const en: InsightsTexts = {
  title: 'Consent insights',
  lead: 'How visitors decide, in numbers that say nothing about any of them.',
  token: 'Access token',
  open: 'Show insights',
  leave: 'Sign out',
  receipts: 'Receipts',
  refused: 'The token was not accepted.',
  failed: 'The server did not answer as expected. Try again.',
  nothing: 'Nothing has been decided yet. Figures appear here with the first decisions.',
  filters: 'What to look at',
  period: 'Period',
  lastDays: (days) => (days > 28 ? `Last ${days / 7} weeks` : `Last ${days} days`),
  ownPeriod: 'Own dates',
  from: 'From',
  to: 'To',
  topic: 'Purpose or vendor',
  site: 'Site',
  all: 'All',
  unknown: 'Not known',
  reset: 'Show everything',
  glance: 'At a glance',
  glanceNote: (from, to) =>
    `${from} to ${to}, days in UTC. A range after a figure is its 95 % confidence interval.`,
  rateOverTime: 'Grant rate over time',
  rateNote: 'Grants of all grants and denials. The band is the 95 % confidence interval.',
  decisionsOverTime: 'Decisions over time',
  byDimension: {
    ...{ version: 'By notice version', language: 'By language', layout: 'By layout', country: 'By country' },
  },
  dimension: { version: 'Notice version', language: 'Language', layout: 'Layout', country: 'Country' },
  compare: 'Two notice versions compared',
  compareNote:
    'Versions follow one another, so that a campaign or a season may be behind a difference as well as the notice.',
  numbers: 'Numbers behind this chart',
  csv: 'CSV',
  columns: {
    ...{
      decisions: 'Decisions',
      granted: 'Granted',
      denied: 'Denied',
      withdrawn: 'Withdrawn',
      rate: 'Grant rate',
    },
    ...{ shown: 'Banners shown', ignored: 'Ignored', interval: '95 % interval' },
  },
  steps: { day: 'Day', week: 'Week from', month: 'Month from' },
  fewer: (minimum) => `< ${minimum}`,
  fewerNote: (minimum) =>
    `“–” stands for a number below ${minimum}, or one from which such a number could be worked out.`,
  noDecisions: (topic) => `${topic}: no decisions in this period.`,
  tooFew: (topic, minimum) => `${topic}: too few grants or denials to be shown (fewer than ${minimum}).`,
  rateIs: (topic, rate, granted, decisions) =>
    `${topic}: ${rate} granted (${granted} of ${decisions} decisions)`,
  moreThanBefore: (low, high, days) => `${low} to ${high} points more than in the ${days} before.`,
  lessThanBefore: (low, high, days) => `${low} to ${high} points less than in the ${days} before.`,
  sameAsBefore: (days) => `no difference to the ${days} before can be told.`,
  nothingBefore: (days) => `there is nothing to compare with in the ${days} before.`,
  standsOutMore: (where, low, high) =>
    `${where}: granted ${low} to ${high} points more often than elsewhere.`,
  standsOutLess: (where, low, high) =>
    `${where}: granted ${low} to ${high} points less often than elsewhere.`,
  nothingStandsOut: 'No language, layout or country differs clearly from the rest.',
  ignored: (rate, shown) => `${rate} of ${shown} banners were left without an answer.`,
  withdrawals: (rate) => `For 100 grants there were ${rate} withdrawals.`,
  versionMore: (one, other, low, high) =>
    `Version ${one} is granted ${low} to ${high} points more often than version ${other}.`,
  versionLess: (one, other, low, high) =>
    `Version ${one} is granted ${low} to ${high} points less often than version ${other}.`,
  versionUnclear: (one, other, delta, needed) =>
    `No difference between versions ${one} and ${other} can be told yet; to see one of ${delta} points, about ${needed} more decisions are needed.`,
  versionUnlikely: (one, other, delta) =>
    `No difference between versions ${one} and ${other} can be told, though there are decisions enough to see one of ${delta} points in four cases of five.`,
  versionNothing: 'There are no two versions with enough decisions in this period.',
  version: (version) => `Version ${version}`,
  days: (days) => (days === 1 ? 'day' : `${days} days`),
  points: (number) => `${number} points`,
  chartOf: (title, from, to) => `${title}, ${from} to ${to}. The numbers are in the table below.`,
  updated: 'Figures are up to date.',
};
