import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** English texts of the banner. */
export const banner: BannerTexts = {
  title: 'Your data, your call',
  ask: 'We would like to {purposes}. Nothing of theirs has loaded yet.',
  tell: 'We {purposes}. You can change this any time.',
  fresh: 'This is new. ',
  phrase: 'use {vendors} ({purpose})',
  comma: ', ',
  and: ' and ',
  andPhrase: ' and ',
  deny: 'Deny all',
  allow: 'Allow all',
  stop: 'Stop all',
  keep: 'Keep all',
  choose: 'Choose',
  later: 'You can change this any time',
  notice: 'Who receives what',
};

/** English texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Your data, your call',
  intro: 'Choose by purpose or by company. Nothing is sent before you choose.',
  introRunning: 'Choose by purpose or by company. What is on is in use until you turn it off.',
  notice: 'Who receives what',
  signal: 'Your browser sends Global Privacy Control. Honoured, so this stays off: {purposes}.',
  comma: ', ',
  always: 'Always on',
  on: 'On',
  off: 'Off',
  provider: 'Receives it',
  place: '{provider}, {country}',
  information: 'Information',
  usedFor: 'Used for',
  storage: 'Stored',
  policy: 'Privacy policy',
  deny: 'Deny all',
  save: 'Save choices',
  allow: 'Allow all',
  stop: 'Stop all',
  keep: 'Keep all',
  close: 'Close without saving',
  decided: 'Last decision: {date}',
  receipt: 'Download receipt',
  saved: 'Your choices are saved.',
  unsaved: 'Your browser does not keep choices, so they hold on this page only.',
  search: 'Search companies',
  noMatch: 'No company is called that.',
  history: 'Your decisions so far',
  granted: 'Allowed: {purposes}',
  refused: 'Not allowed: {purposes}',
  language: 'Language',
};

/** English texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Content of {vendor}, not loaded',
  text: 'If you load this, {provider} ({country}) receives: {information}.',
  once: 'Load this once',
  always: 'Always allow {vendor}',
  more: 'Who receives what',
};

/** English texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Privacy choices',
  doNotSell: 'Do not sell or share my data',
};
