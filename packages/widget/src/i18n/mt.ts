import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Maltese texts of the banner. Phrases begin with a verb in the first person plural (nużaw), which stands both alone and after “nixtiequ”. */
export const banner: BannerTexts = {
  title: 'Id-data tiegħek, l-għażla tiegħek',
  ask: 'Nixtiequ {purposes}. Għadu ma tgħabba xejn minn dan.',
  tell: 'Hawnhekk aħna {purposes}. Tista’ tibdel dan meta trid.',
  fresh: 'Dan ġdid. ',
  phrase: 'nużaw {vendors} ({purpose})',
  comma: ', ',
  and: ' u ',
  andPhrase: ' u ',
  deny: 'Irrifjuta kollox',
  allow: 'Ippermetti kollox',
  stop: 'Waqqaf kollox',
  keep: 'Żomm kollox',
  choose: 'Agħżel',
  later: 'Tista’ tibdel dan meta trid',
  notice: 'Min jirċievi xiex',
};

/** Maltese texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Id-data tiegħek, l-għażla tiegħek',
  intro: 'Agħżel skont l-għan jew il-kumpanija. Ma jintbagħat xejn qabel ma tagħżel.',
  introRunning: 'Agħżel skont l-għan jew il-kumpanija. Dak li hu mixgħul jintuża sakemm titfih.',
  notice: 'Min jirċievi xiex',
  signal:
    'Il-browser tiegħek jibgħat Global Privacy Control. Nirrispettawh, u għalhekk jibqa’ mitfi: {purposes}.',
  comma: ', ',
  always: 'Dejjem mixgħul',
  on: 'Mixgħul',
  off: 'Mitfi',
  provider: 'Riċevitur',
  place: '{provider}, {country}',
  information: 'Informazzjoni',
  usedFor: 'Għan',
  storage: 'Jaħżen',
  policy: 'Politika tal-privatezza',
  deny: 'Irrifjuta kollox',
  save: 'Issejvja l-għażliet',
  allow: 'Ippermetti kollox',
  stop: 'Waqqaf kollox',
  keep: 'Żomm kollox',
  close: 'Agħlaq mingħajr ma ssejvja',
  decided: 'L-aħħar deċiżjoni: {date}',
  receipt: 'Niżżel l-irċevuta',
  saved: 'L-għażliet tiegħek ġew issejvjati.',
  unsaved: 'Il-browser tiegħek ma jżommx l-għażliet, u għalhekk jgħoddu f’din il-paġna biss.',
  search: 'Fittex kumpanija',
  noMatch: 'M’hemmx kumpanija b’dak l-isem.',
  history: 'Id-deċiżjonijiet tiegħek s’issa',
  granted: 'Permess: {purposes}',
  refused: 'Irrifjutat: {purposes}',
  language: 'Lingwa',
};

/** Maltese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Kontenut ta’ {vendor}, mhux imgħobbi',
  text: 'Jekk tgħabbi dan, {provider} ({country}) jirċievi: {information}.',
  once: 'Għabbi darba',
  always: 'Dejjem ippermetti {vendor}',
  more: 'Min jirċievi xiex',
};

/** Maltese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Għażliet tal-privatezza',
  doNotSell: 'Tbigħux u taqsmux id-data tiegħi',
};
