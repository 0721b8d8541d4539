import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Bulgarian texts of the banner. Phrases are verbal nouns (използване на …), since a „да“ would have to be said again before each verb. */
export const banner: BannerTexts = {
  title: 'Вашите данни, Вашият избор',
  ask: 'Молим за съгласието Ви за {purposes}. Още нищо от това не е заредено.',
  tell: 'На този сайт се извършва: {purposes}. Можете да промените това по всяко време.',
  fresh: 'Това е ново. ',
  phrase: 'използване на {vendors} ({purpose})',
  comma: ', ',
  and: ' и ',
  andPhrase: ' и ',
  deny: 'Отказвам всичко',
  allow: 'Разрешавам всичко',
  stop: 'Спирам всичко',
  keep: 'Оставям всичко',
  choose: 'Избирам',
  later: 'Можете да промените това по всяко време',
  notice: 'Кой какво получава',
};

/** Bulgarian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Вашите данни, Вашият избор',
  intro: 'Изберете по цел или по доставчик. Нищо не се изпраща преди избора Ви.',
  introRunning: 'Изберете по цел или по доставчик. Включеното се използва, докато не го изключите.',
  notice: 'Кой какво получава',
  signal: 'Браузърът Ви изпраща Global Privacy Control. Спазваме го и остава изключено: {purposes}.',
  comma: ', ',
  always: 'Винаги включено',
  on: 'Включено',
  off: 'Изключено',
  provider: 'Получател',
  place: '{provider}, {country}',
  information: 'Информация',
  usedFor: 'Цел',
  storage: 'Съхранява',
  policy: 'Политика за поверителност',
  deny: 'Отказвам всичко',
  save: 'Запазвам избора',
  allow: 'Разрешавам всичко',
  stop: 'Спирам всичко',
  keep: 'Оставям всичко',
  close: 'Затваряне без запазване',
  decided: 'Последно решение: {date}',
  receipt: 'Изтегляне на разписка',
  saved: 'Изборът Ви е запазен.',
  unsaved: 'Браузърът Ви не пази избора, затова той важи само за тази страница.',
  search: 'Търсене на доставчик',
  noMatch: 'Няма доставчик с такова име.',
  history: 'Вашите решения досега',
  granted: 'Разрешено: {purposes}',
  refused: 'Отказано: {purposes}',
  language: 'Език',
};

/** Bulgarian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Съдържание от {vendor}, не е заредено',
  text: 'Ако го заредите, {provider} ({country}) получава: {information}.',
  once: 'Зареждане само сега',
  always: 'Винаги разрешавам {vendor}',
  more: 'Кой какво получава',
};

/** Bulgarian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Избор за данните',
  doNotSell: 'Не продавайте и не споделяйте данните ми',
};
