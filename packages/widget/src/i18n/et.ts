import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Estonian texts of the banner. Phrases are verbal nouns (… kasutamine); names stand after „teenuste“, so that they keep their form. */
export const banner: BannerTexts = {
  title: 'Teie andmed, teie valik',
  ask: 'Palume teie nõusolekut: {purposes}. Midagi sellest pole veel laaditud.',
  tell: 'Siin toimub: {purposes}. Saate seda igal ajal muuta.',
  fresh: 'See on uus. ',
  phrase: 'teenuste {vendors} kasutamine ({purpose})',
  comma: ', ',
  and: ' ja ',
  andPhrase: ' ja ',
  deny: 'Keela kõik',
  allow: 'Luba kõik',
  stop: 'Peata kõik',
  keep: 'Jäta kõik',
  choose: 'Vali ise',
  later: 'Saate seda igal ajal muuta',
  notice: 'Kes mida saab',
};

/** Estonian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Teie andmed, teie valik',
  intro: 'Valige eesmärgi või ettevõtte järgi. Enne valikut ei saadeta midagi.',
  introRunning: 'Valige eesmärgi või ettevõtte järgi. Sisselülitatu on kasutusel, kuni selle välja lülitate.',
  notice: 'Kes mida saab',
  signal: 'Teie brauser saadab Global Privacy Control signaali. Arvestame seda, välja jääb: {purposes}.',
  comma: ', ',
  always: 'Alati sees',
  on: 'Sees',
  off: 'Väljas',
  provider: 'Vastuvõtja',
  place: '{provider}, {country}',
  information: 'Andmed',
  usedFor: 'Eesmärk',
  storage: 'Salvestab',
  policy: 'Privaatsuspoliitika',
  deny: 'Keela kõik',
  save: 'Salvesta valikud',
  allow: 'Luba kõik',
  stop: 'Peata kõik',
  keep: 'Jäta kõik',
  close: 'Sulge salvestamata',
  decided: 'Viimane otsus: {date}',
  receipt: 'Laadi kviitung alla',
  saved: 'Teie valikud on salvestatud.',
  unsaved: 'Teie brauser ei säilita valikuid, seega kehtivad need ainult sellel lehel.',
  search: 'Otsi ettevõtet',
  noMatch: 'Sellise nimega ettevõtet ei ole.',
  history: 'Teie senised otsused',
  granted: 'Lubatud: {purposes}',
  refused: 'Keelatud: {purposes}',
  language: 'Keel',
};

/** Estonian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Teenuse {vendor} sisu, laadimata',
  text: 'Kui selle laadite, saab {provider} ({country}): {information}.',
  once: 'Laadi üks kord',
  always: 'Luba alati {vendor}',
  more: 'Kes mida saab',
};

/** Estonian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Privaatsusvalikud',
  doNotSell: 'Ärge müüge ega jagage minu andmeid',
};
