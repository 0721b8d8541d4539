import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Romanian texts of the banner. Phrases are verbal nouns (folosirea …), since a „să” would have to be said again before each verb. */
export const banner: BannerTexts = {
  title: 'Datele dvs., alegerea dvs.',
  ask: 'Vă cerem consimțământul pentru: {purposes}. Nimic nu s-a încărcat încă.',
  tell: 'Iată ce se întâmplă aici: {purposes}. Vă puteți răzgândi oricând.',
  fresh: 'Acest lucru este nou. ',
  phrase: 'folosirea serviciilor {vendors} ({purpose})',
  comma: ', ',
  and: ' și ',
  andPhrase: ' și ',
  deny: 'Refuz tot',
  allow: 'Permit tot',
  stop: 'Opresc tot',
  keep: 'Păstrez tot',
  choose: 'Aleg',
  later: 'Vă puteți răzgândi oricând',
  notice: 'Cine ce primește',
};

/** Romanian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Datele dvs., alegerea dvs.',
  intro: 'Alegeți după scop sau companie. Nimic nu se trimite înainte să alegeți.',
  introRunning: 'Alegeți după scop sau companie. Ce este activat se folosește până îl dezactivați.',
  notice: 'Cine ce primește',
  signal: 'Browserul dvs. trimite Global Privacy Control. Îl respectăm, deci rămâne dezactivat: {purposes}.',
  comma: ', ',
  always: 'Mereu activat',
  on: 'Activat',
  off: 'Dezactivat',
  provider: 'Destinatar',
  place: '{provider}, {country}',
  information: 'Date',
  usedFor: 'Scop',
  storage: 'Stochează',
  policy: 'Politica de confidențialitate',
  deny: 'Refuz tot',
  save: 'Salvez alegerile',
  allow: 'Permit tot',
  stop: 'Opresc tot',
  keep: 'Păstrez tot',
  close: 'Închidere fără salvare',
  decided: 'Ultima decizie: {date}',
  receipt: 'Descărcare dovadă',
  saved: 'Alegerile dvs. sunt salvate.',
  unsaved: 'Browserul dvs. nu păstrează alegerile, deci sunt valabile doar pe această pagină.',
  search: 'Căutare companie',
  noMatch: 'Nicio companie nu are acest nume.',
  history: 'Deciziile dvs. de până acum',
  granted: 'Permis: {purposes}',
  refused: 'Refuzat: {purposes}',
  language: 'Limbă',
};

/** Romanian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Conținut {vendor}, neîncărcat',
  text: 'Dacă îl încărcați, {provider} ({country}) primește: {information}.',
  once: 'Încarc o dată',
  always: 'Permit mereu {vendor}',
  more: 'Cine ce primește',
};

/** Romanian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Opțiuni de confidențialitate',
  doNotSell: 'Nu vindeți și nu partajați datele mele',
};
