import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Persian texts of the banner. Phrases begin with a verbal noun (استفاده از …). */
export const banner: BannerTexts = {
  title: 'داده‌های شما، انتخاب شما',
  ask: 'برای این موارد رضایت شما را می‌خواهیم: {purposes}. هنوز هیچ‌کدام بارگذاری نشده است.',
  tell: 'آنچه اینجا انجام می‌شود: {purposes}. هر زمان می‌توانید آن را تغییر دهید.',
  fresh: 'این مورد تازه است. ',
  phrase: 'استفاده از {vendors} ({purpose})',
  comma: '، ',
  and: ' و ',
  andPhrase: ' و ',
  deny: 'نپذیرفتن همه',
  allow: 'پذیرفتن همه',
  stop: 'توقف همه',
  keep: 'ادامه همه',
  choose: 'انتخاب',
  later: 'هر زمان می‌توانید آن را تغییر دهید',
  notice: 'چه کسی چه می‌گیرد',
};

/** Persian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'داده‌های شما، انتخاب شما',
  intro: 'بر پایه هدف یا شرکت انتخاب کنید. پیش از انتخاب شما چیزی فرستاده نمی‌شود.',
  introRunning: 'بر پایه هدف یا شرکت انتخاب کنید. آنچه روشن است تا زمانی که خاموش کنید به کار می‌رود.',
  notice: 'چه کسی چه می‌گیرد',
  signal: 'مرورگر شما Global Privacy Control می‌فرستد. رعایت می‌کنیم و خاموش می‌ماند: {purposes}.',
  comma: '، ',
  always: 'همیشه روشن',
  on: 'روشن',
  off: 'خاموش',
  provider: 'گیرنده',
  place: '\u2068{provider}\u2069، {country}',
  information: 'اطلاعات',
  usedFor: 'هدف',
  storage: 'ذخیره‌سازی',
  policy: 'سیاست حریم خصوصی',
  deny: 'نپذیرفتن همه',
  save: 'ذخیره انتخاب',
  allow: 'پذیرفتن همه',
  stop: 'توقف همه',
  keep: 'ادامه همه',
  close: 'بستن بدون ذخیره',
  decided: 'آخرین انتخاب: {date}',
  receipt: 'دریافت رسید',
  saved: 'انتخاب شما ذخیره شد.',
  unsaved: 'مرورگر شما انتخاب را نگه نمی‌دارد، پس فقط در این صفحه برقرار است.',
  search: 'جستجوی شرکت',
  noMatch: 'شرکتی به این نام نیست.',
  history: 'انتخاب‌های پیشین شما',
  granted: 'پذیرفته: {purposes}',
  refused: 'نپذیرفته: {purposes}',
  language: 'زبان',
};

/** Persian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'محتوای \u2068{vendor}\u2069، بارگذاری نشده',
  text: 'با بارگذاری، \u2068{provider}\u2069 ({country}) این‌ها را می‌گیرد: {information}.',
  once: 'بارگذاری این بار',
  always: 'پذیرفتن همیشگی \u2068{vendor}\u2069',
  more: 'چه کسی چه می‌گیرد',
};

/** Persian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'انتخاب حریم خصوصی',
  doNotSell: 'داده‌های مرا نفروشید و هم‌رسانی نکنید',
};
