import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Czech texts of the banner. Phrases are infinitives of imperfective verbs: „budeme“ takes no others. */
export const banner: BannerTexts = {
  title: 'Vaše data, vaše volba',
  ask: 'Chtěli bychom {purposes}. Zatím se z toho nic nenačetlo.',
  tell: 'Dokud nezvolíte jinak, budeme dál {purposes}. Volbu můžete kdykoli změnit.',
  fresh: 'Toto je nové. ',
  phrase: 'používat služby {vendors} ({purpose})',
  comma: ', ',
  and: ' a ',
  andPhrase: ' a ',
  deny: 'Odmítnout vše',
  allow: 'Povolit vše',
  stop: 'Zastavit vše',
  keep: 'Ponechat vše',
  choose: 'Vybrat',
  later: 'Volbu můžete kdykoli změnit',
  notice: 'Kdo co získá',
};

/** Czech texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Vaše data, vaše volba',
  intro: 'Vybírejte podle účelu nebo poskytovatele. Dokud nevyberete, nic se neodesílá.',
  introRunning: 'Vybírejte podle účelu nebo poskytovatele. Co je zapnuté, používá se, dokud to nevypnete.',
  notice: 'Kdo co získá',
  signal:
    'Váš prohlížeč vysílá signál Global Privacy Control. Respektujeme ho, vypnuto tedy zůstává: {purposes}.',
  comma: ', ',
  always: 'Vždy zapnuto',
  on: 'Zapnuto',
  off: 'Vypnuto',
  provider: 'Příjemce',
  place: '{provider}, {country}',
  information: 'Údaje',
  usedFor: 'Účel',
  storage: 'Ukládá',
  policy: 'Zásady ochrany osobních údajů',
  deny: 'Odmítnout vše',
  save: 'Uložit volbu',
  allow: 'Povolit vše',
  stop: 'Zastavit vše',
  keep: 'Ponechat vše',
  close: 'Zavřít bez uložení',
  decided: 'Poslední rozhodnutí: {date}',
  receipt: 'Stáhnout potvrzení',
  saved: 'Vaše volba je uložena.',
  unsaved: 'Váš prohlížeč volbu neuchovává, platí tedy jen na této stránce.',
  search: 'Hledat poskytovatele',
  noMatch: 'Žádný poskytovatel toho jména tu není.',
  history: 'Vaše dosavadní rozhodnutí',
  granted: 'Povoleno: {purposes}',
  refused: 'Odmítnuto: {purposes}',
  language: 'Jazyk',
};

/** Czech texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Obsah služby {vendor}, nenačteno',
  text: 'Pokud obsah načtete, {provider} ({country}) získá: {information}.',
  once: 'Načíst jednou',
  always: 'Vždy povolit {vendor}',
  more: 'Kdo co získá',
};

/** Czech texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Volby soukromí',
  doNotSell: 'Neprodávat ani nesdílet mé údaje',
};
