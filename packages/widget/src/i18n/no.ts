import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Norwegian texts of the banner. Phrases are infinitives without «å». */
export const banner: BannerTexts = {
  title: 'Dine data, ditt valg',
  ask: 'Vi ønsker å {purposes}. Ingenting av dette er lastet inn ennå.',
  tell: 'Dette gjør vi her: {purposes}. Du kan endre det når som helst.',
  fresh: 'Dette er nytt. ',
  phrase: 'bruke {vendors} ({purpose})',
  comma: ', ',
  and: ' og ',
  andPhrase: ' og ',
  deny: 'Avvis alle',
  allow: 'Tillat alle',
  stop: 'Stopp alle',
  keep: 'Behold alle',
  choose: 'Velg selv',
  later: 'Du kan endre det når som helst',
  notice: 'Hvem får hva',
};

/** Norwegian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Dine data, ditt valg',
  intro: 'Velg etter formål eller selskap. Ingenting sendes før du velger.',
  introRunning: 'Velg etter formål eller selskap. Det som er på, brukes til du slår det av.',
  notice: 'Hvem får hva',
  signal:
    'Nettleseren din sender Global Privacy Control. Vi respekterer det, så dette forblir av: {purposes}.',
  comma: ', ',
  always: 'Alltid på',
  on: 'På',
  off: 'Av',
  provider: 'Mottaker',
  place: '{provider}, {country}',
  information: 'Opplysninger',
  usedFor: 'Formål',
  storage: 'Lagrer',
  policy: 'Personvernerklæring',
  deny: 'Avvis alle',
  save: 'Lagre valg',
  allow: 'Tillat alle',
  stop: 'Stopp alle',
  keep: 'Behold alle',
  close: 'Lukk uten å lagre',
  decided: 'Siste valg: {date}',
  receipt: 'Last ned kvittering',
  saved: 'Valgene dine er lagret.',
  unsaved: 'Nettleseren din lagrer ikke valg, så de gjelder bare på denne siden.',
  search: 'Søk etter selskap',
  noMatch: 'Ingen selskaper heter det.',
  history: 'Valgene dine hittil',
  granted: 'Tillatt: {purposes}',
  refused: 'Avvist: {purposes}',
  language: 'Språk',
};

/** Norwegian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Innhold fra {vendor}, ikke lastet inn',
  text: 'Hvis du laster dette inn, får {provider} ({country}): {information}.',
  once: 'Last inn én gang',
  always: 'Tillat alltid {vendor}',
  more: 'Hvem får hva',
};

/** Norwegian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Personvernvalg',
  doNotSell: 'Ikke selg eller del opplysningene mine',
};
