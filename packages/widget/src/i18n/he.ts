import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Hebrew texts of the banner. Phrases are nouns (שימוש …), as an infinitive would not fit where it is told. */
export const banner: BannerTexts = {
  title: 'המידע שלכם, הבחירה שלכם',
  ask: 'אנו מבקשים את הסכמתכם לפעולות הבאות: {purposes}. שום דבר מזה עדיין לא נטען.',
  tell: 'באתר זה מתבצעות הפעולות הבאות: {purposes}. אפשר לשנות זאת בכל עת.',
  fresh: 'זה חדש. ',
  phrase: 'שימוש בשירותי {vendors} ({purpose})',
  comma: ', ',
  and: ' ו-',
  andPhrase: ' ו-',
  deny: 'דחיית הכול',
  allow: 'אישור הכול',
  stop: 'הפסקת הכול',
  keep: 'השארת הכול',
  choose: 'בחירה',
  later: 'אפשר לשנות זאת בכל עת',
  notice: 'מי מקבל מה',
};

/** Hebrew texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'המידע שלכם, הבחירה שלכם',
  intro: 'בחרו לפי מטרה או חברה. דבר לא נשלח לפני שתבחרו.',
  introRunning: 'בחרו לפי מטרה או חברה. מה שפעיל נמצא בשימוש עד שתכבו אותו.',
  notice: 'מי מקבל מה',
  signal: 'הדפדפן שלכם שולח Global Privacy Control. אנו מכבדים זאת, ולכן נשאר כבוי: {purposes}.',
  comma: ', ',
  always: 'תמיד פעיל',
  on: 'פעיל',
  off: 'כבוי',
  provider: 'מקבל המידע',
  place: '\u2068{provider}\u2069, {country}',
  information: 'מידע',
  usedFor: 'מטרה',
  storage: 'אחסון',
  policy: 'מדיניות פרטיות',
  deny: 'דחיית הכול',
  save: 'שמירת הבחירה',
  allow: 'אישור הכול',
  stop: 'הפסקת הכול',
  keep: 'השארת הכול',
  close: 'סגירה בלי לשמור',
  decided: 'החלטה אחרונה: {date}',
  receipt: 'הורדת אישור',
  saved: 'הבחירה נשמרה.',
  unsaved: 'הדפדפן שלכם לא שומר בחירות, ולכן הן תקפות בדף זה בלבד.',
  search: 'חיפוש חברה',
  noMatch: 'אין חברה בשם זה.',
  history: 'ההחלטות שלכם עד כה',
  granted: 'אושר: {purposes}',
  refused: 'נדחה: {purposes}',
  language: 'שפה',
};

/** Hebrew texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'תוכן של \u2068{vendor}\u2069, לא נטען',
  text: 'אם תטענו אותו, \u2068{provider}\u2069 ({country}) מקבל: {information}.',
  once: 'טעינה הפעם בלבד',
  always: 'אישור תמיד: \u2068{vendor}\u2069',
  more: 'מי מקבל מה',
};

/** Hebrew texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'בחירות פרטיות',
  doNotSell: 'אל תמכרו ואל תשתפו את המידע שלי',
};
