import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Danish texts of the banner. Phrases are infinitives without “at”. */
export const banner: BannerTexts = {
  title: 'Dine data, dit valg',
  ask: 'Vi vil gerne {purposes}. Intet af det er indlæst endnu.',
  tell: 'Det gør vi her: {purposes}. Du kan ændre det når som helst.',
  fresh: 'Dette er nyt. ',
  phrase: 'bruge {vendors} ({purpose})',
  comma: ', ',
  and: ' og ',
  andPhrase: ' og ',
  deny: 'Afvis alle',
  allow: 'Tillad alle',
  stop: 'Stop alle',
  keep: 'Behold alle',
  choose: 'Vælg selv',
  later: 'Du kan ændre det når som helst',
  notice: 'Hvem får hvad',
};

/** Danish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Dine data, dit valg',
  intro: 'Vælg efter formål eller virksomhed. Intet sendes, før du har valgt.',
  introRunning: 'Vælg efter formål eller virksomhed. Det, der er slået til, bruges, indtil du slår det fra.',
  notice: 'Hvem får hvad',
  signal:
    'Din browser sender Global Privacy Control. Det respekterer vi, så dette forbliver slået fra: {purposes}.',
  comma: ', ',
  always: 'Altid til',
  on: 'Til',
  off: 'Fra',
  provider: 'Modtager',
  place: '{provider}, {country}',
  information: 'Oplysninger',
  usedFor: 'Formål',
  storage: 'Gemmer',
  policy: 'Privatlivspolitik',
  deny: 'Afvis alle',
  save: 'Gem valg',
  allow: 'Tillad alle',
  stop: 'Stop alle',
  keep: 'Behold alle',
  close: 'Luk uden at gemme',
  decided: 'Seneste valg: {date}',
  receipt: 'Hent kvittering',
  saved: 'Dine valg er gemt.',
  unsaved: 'Din browser gemmer ikke valg, så de gælder kun på denne side.',
  search: 'Søg efter virksomhed',
  noMatch: 'Ingen virksomhed hedder det.',
  history: 'Dine valg indtil nu',
  granted: 'Tilladt: {purposes}',
  refused: 'Afvist: {purposes}',
  language: 'Sprog',
};

/** Danish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Indhold fra {vendor}, ikke indlæst',
  text: 'Hvis du indlæser dette, modtager {provider} ({country}): {information}.',
  once: 'Indlæs denne gang',
  always: 'Tillad altid {vendor}',
  more: 'Hvem får hvad',
};

/** Danish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Privatlivsvalg',
  doNotSell: 'Sælg eller del ikke mine data',
};
