import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Polish texts of the banner. Phrases are infinitives of imperfective verbs: „będziemy” takes no others. */
export const banner: BannerTexts = {
  title: 'Twoje dane, Twój wybór',
  ask: 'Chcielibyśmy {purposes}. Nic z tego nie zostało jeszcze wczytane.',
  tell: 'Dopóki nie zdecydujesz inaczej, będziemy nadal {purposes}. Możesz to zmienić w każdej chwili.',
  fresh: 'To coś nowego. ',
  phrase: 'korzystać z usług {vendors} ({purpose})',
  comma: ', ',
  and: ' i ',
  andPhrase: ' i ',
  deny: 'Odrzuć wszystko',
  allow: 'Zezwól na wszystko',
  stop: 'Zatrzymaj wszystko',
  keep: 'Zachowaj wszystko',
  choose: 'Wybierz',
  later: 'Możesz to zmienić w każdej chwili',
  notice: 'Kto co otrzymuje',
};

/** Polish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Twoje dane, Twój wybór',
  intro: 'Wybierz według celu lub dostawcy. Przed wyborem nic nie jest wysyłane.',
  introRunning: 'Wybierz według celu lub dostawcy. Co jest włączone, działa, dopóki tego nie wyłączysz.',
  notice: 'Kto co otrzymuje',
  signal:
    'Twoja przeglądarka wysyła Global Privacy Control. Respektujemy to, więc wyłączone pozostaje: {purposes}.',
  comma: ', ',
  always: 'Zawsze włączone',
  on: 'Włączone',
  off: 'Wyłączone',
  provider: 'Odbiorca',
  place: '{provider}, {country}',
  information: 'Dane',
  usedFor: 'Cel',
  storage: 'Zapisuje',
  policy: 'Polityka prywatności',
  deny: 'Odrzuć wszystko',
  save: 'Zapisz wybór',
  allow: 'Zezwól na wszystko',
  stop: 'Zatrzymaj wszystko',
  keep: 'Zachowaj wszystko',
  close: 'Zamknij bez zapisywania',
  decided: 'Ostatnia decyzja: {date}',
  receipt: 'Pobierz potwierdzenie',
  saved: 'Twój wybór został zapisany.',
  unsaved: 'Twoja przeglądarka nie zachowuje wyboru, więc obowiązuje on tylko na tej stronie.',
  search: 'Szukaj dostawcy',
  noMatch: 'Nie ma dostawcy o tej nazwie.',
  history: 'Twoje dotychczasowe decyzje',
  granted: 'Dozwolone: {purposes}',
  refused: 'Odrzucone: {purposes}',
  language: 'Język',
};

/** Polish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Treść z {vendor}, niewczytana',
  text: 'Jeśli ją wczytasz, {provider} ({country}) otrzyma: {information}.',
  once: 'Wczytaj tym razem',
  always: 'Zawsze zezwalaj: {vendor}',
  more: 'Kto co otrzymuje',
};

/** Polish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Wybór prywatności',
  doNotSell: 'Nie sprzedawać ani nie udostępniać moich danych',
};
