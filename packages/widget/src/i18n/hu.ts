import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Hungarian texts of the banner. Phrases are verbal nouns (… használata), before which names keep their form. */
export const banner: BannerTexts = {
  title: 'Az Ön adatai, az Ön döntése',
  ask: 'Az Ön hozzájárulását kérjük: {purposes}. Ebből még semmi sem töltődött be.',
  tell: 'Ez történik itt: {purposes}. Ezt bármikor módosíthatja.',
  fresh: 'Ez új. ',
  phrase: '{vendors} használata ({purpose})',
  comma: ', ',
  and: ' és ',
  andPhrase: ' és ',
  deny: 'Mindet elutasítom',
  allow: 'Mindet engedélyezem',
  stop: 'Mindet leállítom',
  keep: 'Mindet megtartom',
  choose: 'Választok',
  later: 'Ezt bármikor módosíthatja',
  notice: 'Ki mit kap',
};

/** Hungarian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Az Ön adatai, az Ön döntése',
  intro: 'Válasszon cél vagy cég szerint. Amíg nem választ, semmit sem küldünk el.',
  introRunning:
    'Válasszon cél vagy cég szerint. Ami be van kapcsolva, azt használjuk, amíg ki nem kapcsolja.',
  notice: 'Ki mit kap',
  signal:
    'Böngészője Global Privacy Control jelzést küld. Tiszteletben tartjuk, kikapcsolva marad: {purposes}.',
  comma: ', ',
  always: 'Mindig be',
  on: 'Be',
  off: 'Ki',
  provider: 'Címzett',
  place: '{provider}, {country}',
  information: 'Adatok',
  usedFor: 'Cél',
  storage: 'Tárol',
  policy: 'Adatvédelmi tájékoztató',
  deny: 'Mindet elutasítom',
  save: 'Mentés',
  allow: 'Mindet engedélyezem',
  stop: 'Mindet leállítom',
  keep: 'Mindet megtartom',
  close: 'Bezárás mentés nélkül',
  decided: 'Utolsó döntés: {date}',
  receipt: 'Igazolás letöltése',
  saved: 'Választását elmentettük.',
  unsaved: 'Böngészője nem őrzi meg a választást, ezért csak ezen az oldalon érvényes.',
  search: 'Cég keresése',
  noMatch: 'Nincs ilyen nevű cég.',
  history: 'Eddigi döntései',
  granted: 'Engedélyezve: {purposes}',
  refused: 'Elutasítva: {purposes}',
  language: 'Nyelv',
};

/** Hungarian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor}: nem betöltött tartalom',
  text: 'Ha betölti, {provider} ({country}) ezt kapja: {information}.',
  once: 'Betöltés egyszer',
  always: 'Mindig engedélyezem: {vendor}',
  more: 'Ki mit kap',
};

/** Hungarian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Adatvédelmi választás',
  doNotSell: 'Ne adják el és ne osszák meg adataimat',
};
