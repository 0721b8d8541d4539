import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Hindi texts of the banner. Phrases end in an infinitive (… उपयोग करना). */
export const banner: BannerTexts = {
  title: 'आपका डेटा, आपका फ़ैसला',
  ask: 'हम {purposes} चाहते हैं। अभी इनमें से कुछ भी लोड नहीं हुआ है।',
  tell: 'हम यहाँ यह करते हैं: {purposes}। आप इसे कभी भी बदल सकते हैं।',
  fresh: 'यह नया है। ',
  phrase: '{vendors} ({purpose}) का उपयोग करना',
  comma: ', ',
  and: ' और ',
  andPhrase: ' और ',
  deny: 'सब अस्वीकार करें',
  allow: 'सब स्वीकार करें',
  stop: 'सब बंद करें',
  keep: 'सब चालू रखें',
  choose: 'खुद चुनें',
  later: 'आप इसे कभी भी बदल सकते हैं',
  notice: 'किसे क्या मिलता है',
};

/** Hindi texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'आपका डेटा, आपका फ़ैसला',
  intro: 'उद्देश्य या कंपनी के अनुसार चुनें। आपके चुनने से पहले कुछ नहीं भेजा जाता।',
  introRunning: 'उद्देश्य या कंपनी के अनुसार चुनें। जो चालू है उसका उपयोग आपके बंद करने तक होता है।',
  notice: 'किसे क्या मिलता है',
  signal: 'आपका ब्राउज़र Global Privacy Control भेजता है। हम इसे मानते हैं, इसलिए यह बंद रहता है: {purposes}।',
  comma: ', ',
  always: 'हमेशा चालू',
  on: 'चालू',
  off: 'बंद',
  provider: 'पाने वाला',
  place: '{provider}, {country}',
  information: 'जानकारी',
  usedFor: 'उद्देश्य',
  storage: 'भंडारण',
  policy: 'गोपनीयता नीति',
  deny: 'सब अस्वीकार करें',
  save: 'चुनाव सहेजें',
  allow: 'सब स्वीकार करें',
  stop: 'सब बंद करें',
  keep: 'सब चालू रखें',
  close: 'सहेजे बिना बंद करें',
  decided: 'पिछला चुनाव: {date}',
  receipt: 'रसीद डाउनलोड करें',
  saved: 'आपका चुनाव सहेजा गया।',
  unsaved: 'आपका ब्राउज़र चुनाव नहीं सहेजता, इसलिए यह केवल इस पेज पर लागू है।',
  search: 'कंपनी खोजें',
  noMatch: 'इस नाम की कोई कंपनी नहीं है।',
  history: 'आपके अब तक के चुनाव',
  granted: 'स्वीकार: {purposes}',
  refused: 'अस्वीकार: {purposes}',
  language: 'भाषा',
};

/** Hindi texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor} की सामग्री, लोड नहीं हुई',
  text: 'लोड करने पर {provider} ({country}) को मिलता है: {information}।',
  once: 'इस बार लोड करें',
  always: '{vendor} हमेशा स्वीकार करें',
  more: 'किसे क्या मिलता है',
};

/** Hindi texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'गोपनीयता के विकल्प',
  doNotSell: 'मेरा डेटा न बेचें और न ही साझा करें',
};
