import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Ukrainian texts of the banner. Phrases are infinitives of imperfective verbs: «будемо» takes no others. «та» fits before any sound. */
export const banner: BannerTexts = {
  title: 'Ваші дані, ваш вибір',
  ask: 'Ми хотіли б {purposes}. Нічого з цього ще не завантажено.',
  tell: 'Доки ви не вирішите інакше, ми й далі будемо {purposes}. Це можна змінити будь-коли.',
  fresh: 'Це нове. ',
  phrase: 'використовувати сервіси {vendors} ({purpose})',
  comma: ', ',
  and: ' та ',
  andPhrase: ' та ',
  deny: 'Відхилити все',
  allow: 'Дозволити все',
  stop: 'Зупинити все',
  keep: 'Залишити все',
  choose: 'Обрати',
  later: 'Це можна змінити будь-коли',
  notice: 'Хто що отримує',
};

/** Ukrainian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Ваші дані, ваш вибір',
  intro: 'Обирайте за метою або компанією. До вибору нічого не надсилається.',
  introRunning: 'Обирайте за метою або компанією. Увімкнене використовується, доки ви його не вимкнете.',
  notice: 'Хто що отримує',
  signal:
    'Ваш браузер надсилає Global Privacy Control. Ми це враховуємо, тож вимкненим залишається: {purposes}.',
  comma: ', ',
  always: 'Завжди ввімкнено',
  on: 'Увімкнено',
  off: 'Вимкнено',
  provider: 'Отримувач',
  place: '{provider}, {country}',
  information: 'Дані',
  usedFor: 'Мета',
  storage: 'Зберігає',
  policy: 'Політика приватності',
  deny: 'Відхилити все',
  save: 'Зберегти вибір',
  allow: 'Дозволити все',
  stop: 'Зупинити все',
  keep: 'Залишити все',
  close: 'Закрити без збереження',
  decided: 'Останнє рішення: {date}',
  receipt: 'Завантажити квитанцію',
  saved: 'Ваш вибір збережено.',
  unsaved: 'Ваш браузер не зберігає вибір, тож він діє лише на цій сторінці.',
  search: 'Пошук компанії',
  noMatch: 'Компанії з такою назвою немає.',
  history: 'Ваші попередні рішення',
  granted: 'Дозволено: {purposes}',
  refused: 'Відхилено: {purposes}',
  language: 'Мова',
};

/** Ukrainian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Вміст {vendor}, не завантажено',
  text: 'Якщо завантажити, {provider} ({country}) отримає: {information}.',
  once: 'Завантажити один раз',
  always: 'Завжди дозволяти {vendor}',
  more: 'Хто що отримує',
};

/** Ukrainian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Вибір приватності',
  doNotSell: 'Не продавайте й не передавайте мої дані',
};
