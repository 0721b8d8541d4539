import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Slovak texts of the banner. Phrases are infinitives of imperfective verbs: „budeme“ takes no others. */
export const banner: BannerTexts = {
  title: 'Vaše údaje, vaša voľba',
  ask: 'Chceli by sme {purposes}. Zatiaľ sa z toho nič nenačítalo.',
  tell: 'Kým nezvolíte inak, budeme ďalej {purposes}. Voľbu môžete kedykoľvek zmeniť.',
  fresh: 'Toto je nové. ',
  phrase: 'používať služby {vendors} ({purpose})',
  comma: ', ',
  and: ' a ',
  andPhrase: ' a ',
  deny: 'Odmietnuť všetko',
  allow: 'Povoliť všetko',
  stop: 'Zastaviť všetko',
  keep: 'Ponechať všetko',
  choose: 'Vybrať',
  later: 'Voľbu môžete kedykoľvek zmeniť',
  notice: 'Kto čo získa',
};

/** Slovak texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Vaše údaje, vaša voľba',
  intro: 'Vyberte podľa účelu alebo poskytovateľa. Kým nevyberiete, nič sa neodosiela.',
  introRunning: 'Vyberte podľa účelu alebo poskytovateľa. Čo je zapnuté, používa sa, kým to nevypnete.',
  notice: 'Kto čo získa',
  signal:
    'Váš prehliadač vysiela signál Global Privacy Control. Rešpektujeme ho, vypnuté teda zostáva: {purposes}.',
  comma: ', ',
  always: 'Vždy zapnuté',
  on: 'Zapnuté',
  off: 'Vypnuté',
  provider: 'Príjemca',
  place: '{provider}, {country}',
  information: 'Údaje',
  usedFor: 'Účel',
  storage: 'Ukladá',
  policy: 'Zásady ochrany osobných údajov',
  deny: 'Odmietnuť všetko',
  save: 'Uložiť voľbu',
  allow: 'Povoliť všetko',
  stop: 'Zastaviť všetko',
  keep: 'Ponechať všetko',
  close: 'Zavrieť bez uloženia',
  decided: 'Posledné rozhodnutie: {date}',
  receipt: 'Stiahnuť potvrdenie',
  saved: 'Vaša voľba je uložená.',
  unsaved: 'Váš prehliadač voľbu neuchováva, platí teda len na tejto stránke.',
  search: 'Hľadať poskytovateľa',
  noMatch: 'Poskytovateľ s týmto názvom tu nie je.',
  history: 'Vaše doterajšie rozhodnutia',
  granted: 'Povolené: {purposes}',
  refused: 'Odmietnuté: {purposes}',
  language: 'Jazyk',
};

/** Slovak texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Obsah služby {vendor}, nenačítaný',
  text: 'Ak ho načítate, {provider} ({country}) získa: {information}.',
  once: 'Načítať raz',
  always: 'Vždy povoliť {vendor}',
  more: 'Kto čo získa',
};

/** Slovak texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Voľby súkromia',
  doNotSell: 'Nepredávať ani nezdieľať moje údaje',
};
