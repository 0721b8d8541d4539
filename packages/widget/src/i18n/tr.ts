import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Turkish texts of the banner. Phrases end in an infinitive (-mak); names stand before “hizmetlerini”, so that they take no ending. */
export const banner: BannerTexts = {
  title: 'Verileriniz, sizin kararınız',
  ask: '{purposes} istiyoruz. Bunların hiçbiri henüz yüklenmedi.',
  tell: 'Burada yaptığımız: {purposes}. Bunu istediğiniz zaman değiştirebilirsiniz.',
  fresh: 'Bu yeni. ',
  phrase: '{purpose} için {vendors} hizmetlerini kullanmak',
  comma: ', ',
  and: ' ve ',
  andPhrase: ' ve ',
  deny: 'Tümünü reddet',
  allow: 'Tümüne izin ver',
  stop: 'Tümünü durdur',
  keep: 'Tümünü sürdür',
  choose: 'Seçim yap',
  later: 'Bunu istediğiniz zaman değiştirebilirsiniz',
  notice: 'Kim ne alıyor',
};

/** Turkish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Verileriniz, sizin kararınız',
  intro: 'Amaca veya şirkete göre seçin. Siz seçmeden hiçbir şey gönderilmez.',
  introRunning: 'Amaca veya şirkete göre seçin. Açık olanlar, siz kapatana kadar kullanılır.',
  notice: 'Kim ne alıyor',
  signal: 'Tarayıcınız Global Privacy Control gönderiyor. Buna uyuyoruz, şunlar kapalı kalıyor: {purposes}.',
  comma: ', ',
  always: 'Her zaman açık',
  on: 'Açık',
  off: 'Kapalı',
  provider: 'Alıcı',
  place: '{provider}, {country}',
  information: 'Bilgiler',
  usedFor: 'Amaç',
  storage: 'Saklananlar',
  policy: 'Gizlilik politikası',
  deny: 'Tümünü reddet',
  save: 'Seçimi kaydet',
  allow: 'Tümüne izin ver',
  stop: 'Tümünü durdur',
  keep: 'Tümünü sürdür',
  close: 'Kaydetmeden kapat',
  decided: 'Son karar: {date}',
  receipt: 'Makbuzu indir',
  saved: 'Seçiminiz kaydedildi.',
  unsaved: 'Tarayıcınız seçimleri saklamıyor; yalnızca bu sayfada geçerlidir.',
  search: 'Şirket ara',
  noMatch: 'Bu adda bir şirket yok.',
  history: 'Şimdiye kadarki kararlarınız',
  granted: 'İzin verilen: {purposes}',
  refused: 'Reddedilen: {purposes}',
  language: 'Dil',
};

/** Turkish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor} içeriği, yüklenmedi',
  text: 'Bunu yüklerseniz {provider} ({country}) şunları alır: {information}.',
  once: 'Bir kez yükle',
  always: 'Her zaman izin ver: {vendor}',
  more: 'Kim ne alıyor',
};

/** Turkish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Gizlilik seçenekleri',
  doNotSell: 'Verilerimi satmayın veya paylaşmayın',
};
