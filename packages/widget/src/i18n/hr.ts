import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Croatian texts of the banner. Phrases are infinitives. */
export const banner: BannerTexts = {
  title: 'Vaši podaci, vaš izbor',
  ask: 'Željeli bismo {purposes}. Ništa od toga još nije učitano.',
  tell: 'Dok ne odaberete drukčije, nastavit ćemo {purposes}. To možete promijeniti u svakom trenutku.',
  fresh: 'Ovo je novo. ',
  phrase: 'koristiti usluge {vendors} ({purpose})',
  comma: ', ',
  and: ' i ',
  andPhrase: ' i ',
  deny: 'Odbij sve',
  allow: 'Dopusti sve',
  stop: 'Zaustavi sve',
  keep: 'Zadrži sve',
  choose: 'Odaberi',
  later: 'To možete promijeniti u svakom trenutku',
  notice: 'Tko što prima',
};

/** Croatian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Vaši podaci, vaš izbor',
  intro: 'Odaberite prema svrsi ili tvrtki. Prije odabira ništa se ne šalje.',
  introRunning: 'Odaberite prema svrsi ili tvrtki. Što je uključeno, koristi se dok to ne isključite.',
  notice: 'Tko što prima',
  signal: 'Vaš preglednik šalje Global Privacy Control. Poštujemo ga, stoga ostaje isključeno: {purposes}.',
  comma: ', ',
  always: 'Uvijek uključeno',
  on: 'Uključeno',
  off: 'Isključeno',
  provider: 'Primatelj',
  place: '{provider}, {country}',
  information: 'Podaci',
  usedFor: 'Svrha',
  storage: 'Pohranjuje',
  policy: 'Pravila privatnosti',
  deny: 'Odbij sve',
  save: 'Spremi odabir',
  allow: 'Dopusti sve',
  stop: 'Zaustavi sve',
  keep: 'Zadrži sve',
  close: 'Zatvori bez spremanja',
  decided: 'Posljednja odluka: {date}',
  receipt: 'Preuzmi potvrdu',
  saved: 'Vaš je odabir spremljen.',
  unsaved: 'Vaš preglednik ne čuva odabir, stoga vrijedi samo na ovoj stranici.',
  search: 'Traži tvrtku',
  noMatch: 'Nema tvrtke s tim imenom.',
  history: 'Vaše dosadašnje odluke',
  granted: 'Dopušteno: {purposes}',
  refused: 'Odbijeno: {purposes}',
  language: 'Jezik',
};

/** Croatian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Sadržaj usluge {vendor}, nije učitan',
  text: 'Ako ovo učitate, {provider} ({country}) prima: {information}.',
  once: 'Učitaj jednom',
  always: 'Uvijek dopusti {vendor}',
  more: 'Tko što prima',
};

/** Croatian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Izbor privatnosti',
  doNotSell: 'Nemojte prodavati ni dijeliti moje podatke',
};
