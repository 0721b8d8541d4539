import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Lithuanian texts of the banner. Phrases are verbal nouns (… naudojimas); names stand after „paslaugų“, so that they keep their form. */
export const banner: BannerTexts = {
  title: 'Jūsų duomenys, jūsų pasirinkimas',
  ask: 'Prašome jūsų sutikimo: {purposes}. Kol kas nieko iš to neįkelta.',
  tell: 'Čia vyksta: {purposes}. Tai galite bet kada pakeisti.',
  fresh: 'Tai nauja. ',
  phrase: 'paslaugų {vendors} naudojimas ({purpose})',
  comma: ', ',
  and: ' ir ',
  andPhrase: ' ir ',
  deny: 'Atmesti viską',
  allow: 'Leisti viską',
  stop: 'Stabdyti viską',
  keep: 'Palikti viską',
  choose: 'Pasirinkti',
  later: 'Tai galite bet kada pakeisti',
  notice: 'Kas ką gauna',
};

/** Lithuanian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Jūsų duomenys, jūsų pasirinkimas',
  intro: 'Rinkitės pagal tikslą arba įmonę. Kol nepasirinksite, nieko nesiunčiame.',
  introRunning: 'Rinkitės pagal tikslą arba įmonę. Kas įjungta, naudojama, kol išjungsite.',
  notice: 'Kas ką gauna',
  signal: 'Jūsų naršyklė siunčia Global Privacy Control. Jo laikomės, todėl lieka išjungta: {purposes}.',
  comma: ', ',
  always: 'Visada įjungta',
  on: 'Įjungta',
  off: 'Išjungta',
  provider: 'Gavėjas',
  place: '{provider}, {country}',
  information: 'Duomenys',
  usedFor: 'Tikslas',
  storage: 'Saugo',
  policy: 'Privatumo politika',
  deny: 'Atmesti viską',
  save: 'Išsaugoti',
  allow: 'Leisti viską',
  stop: 'Stabdyti viską',
  keep: 'Palikti viską',
  close: 'Uždaryti neišsaugojus',
  decided: 'Paskutinis sprendimas: {date}',
  receipt: 'Atsisiųsti kvitą',
  saved: 'Jūsų pasirinkimas išsaugotas.',
  unsaved: 'Jūsų naršyklė pasirinkimo neišsaugo, todėl jis galioja tik šiame puslapyje.',
  search: 'Ieškoti įmonės',
  noMatch: 'Įmonės tokiu pavadinimu nėra.',
  history: 'Ankstesni jūsų sprendimai',
  granted: 'Leista: {purposes}',
  refused: 'Atmesta: {purposes}',
  language: 'Kalba',
};

/** Lithuanian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '„{vendor}“ turinys, neįkeltas',
  text: 'Jei įkelsite, {provider} ({country}) gaus: {information}.',
  once: 'Įkelti vieną kartą',
  always: 'Visada leisti „{vendor}“',
  more: 'Kas ką gauna',
};

/** Lithuanian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Privatumo pasirinkimas',
  doNotSell: 'Neparduoti ir nesidalyti mano duomenimis',
};
