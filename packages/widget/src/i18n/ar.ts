import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Arabic texts of the banner. Phrases begin with a verbal noun (استخدام …). */
export const banner: BannerTexts = {
  title: 'بياناتك، قرارك',
  ask: 'نود {purposes}. لم يُحمَّل أي منها بعد.',
  tell: 'ما نقوم به هنا: {purposes}. يمكنك تغيير ذلك في أي وقت.',
  fresh: 'هذا جديد. ',
  phrase: 'استخدام {vendors} ({purpose})',
  comma: '، ',
  and: ' و',
  andPhrase: ' و',
  deny: 'رفض الكل',
  allow: 'قبول الكل',
  stop: 'إيقاف الكل',
  keep: 'إبقاء الكل',
  choose: 'اختيار',
  later: 'يمكنك تغيير ذلك في أي وقت',
  notice: 'من يتلقى ماذا',
};

/** Arabic texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'بياناتك، قرارك',
  intro: 'اختر حسب الغرض أو الشركة. لا يُرسل شيء قبل اختيارك.',
  introRunning: 'اختر حسب الغرض أو الشركة. المفعّل مستخدم إلى أن توقفه.',
  notice: 'من يتلقى ماذا',
  signal: 'يرسل متصفحك Global Privacy Control. نحترم ذلك، فيبقى متوقفًا: {purposes}.',
  comma: '، ',
  always: 'مفعّل دائمًا',
  on: 'مفعّل',
  off: 'متوقف',
  provider: 'المتلقي',
  place: '\u2068{provider}\u2069، {country}',
  information: 'المعلومات',
  usedFor: 'الغرض',
  storage: 'التخزين',
  policy: 'سياسة الخصوصية',
  deny: 'رفض الكل',
  save: 'حفظ الاختيار',
  allow: 'قبول الكل',
  stop: 'إيقاف الكل',
  keep: 'إبقاء الكل',
  close: 'إغلاق دون حفظ',
  decided: 'آخر قرار: {date}',
  receipt: 'تنزيل الإيصال',
  saved: 'حُفظ اختيارك.',
  unsaved: 'متصفحك لا يحفظ الاختيار، فهو يسري على هذه الصفحة فقط.',
  search: 'بحث عن شركة',
  noMatch: 'لا توجد شركة بهذا الاسم.',
  history: 'قراراتك السابقة',
  granted: 'مقبول: {purposes}',
  refused: 'مرفوض: {purposes}',
  language: 'اللغة',
};

/** Arabic texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'محتوى \u2068{vendor}\u2069، غير محمَّل',
  text: 'إذا حمّلته، يتلقى \u2068{provider}\u2069 ({country}): {information}.',
  once: 'تحميل هذه المرة',
  always: 'قبول \u2068{vendor}\u2069 دائمًا',
  more: 'من يتلقى ماذا',
};

/** Arabic texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'خيارات الخصوصية',
  doNotSell: 'لا تبيعوا بياناتي ولا تشاركوها',
};
