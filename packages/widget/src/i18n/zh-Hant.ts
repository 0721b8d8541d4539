import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Traditional Chinese texts of the banner. Phrases are verb phrases (使用…). */
export const banner: BannerTexts = {
  title: '您的資料，由您決定',
  ask: '我們希望{purposes}。相關內容均尚未載入。',
  tell: '我們會{purposes}。您可以隨時變更。',
  fresh: '這是新增項目。',
  phrase: '使用{vendors}（{purpose}）',
  comma: '、',
  and: '和',
  andPhrase: '，並',
  deny: '全部拒絕',
  allow: '全部允許',
  stop: '全部停止',
  keep: '全部保留',
  choose: '自行選擇',
  later: '您可以隨時變更',
  notice: '誰會收到什麼',
};

/** Traditional Chinese texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: '您的資料，由您決定',
  intro: '可依目的或公司選擇。在您選擇之前不會傳送任何資訊。',
  introRunning: '可依目的或公司選擇。已開啟的項目會持續使用，直到您將其關閉。',
  notice: '誰會收到什麼',
  signal: '您的瀏覽器傳送了 Global Privacy Control。我們予以遵從，以下維持關閉：{purposes}。',
  comma: '、',
  always: '一律開啟',
  on: '開啟',
  off: '關閉',
  provider: '接收者',
  place: '{provider}（{country}）',
  information: '資訊',
  usedFor: '目的',
  storage: '儲存',
  policy: '隱私權政策',
  deny: '全部拒絕',
  save: '儲存選擇',
  allow: '全部允許',
  stop: '全部停止',
  keep: '全部保留',
  close: '關閉且不儲存',
  decided: '上次選擇：{date}',
  receipt: '下載憑證',
  saved: '您的選擇已儲存。',
  unsaved: '您的瀏覽器不會保留選擇，因此僅在本頁有效。',
  search: '搜尋公司',
  noMatch: '沒有這個名稱的公司。',
  history: '您先前的選擇',
  granted: '已允許：{purposes}',
  refused: '已拒絕：{purposes}',
  language: '語言',
};

/** Traditional Chinese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor}的內容，尚未載入',
  text: '載入後，{provider}（{country}）會收到：{information}。',
  once: '載入一次',
  always: '一律允許{vendor}',
  more: '誰會收到什麼',
};

/** Traditional Chinese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: '隱私權選擇',
  doNotSell: '請勿販售或分享我的資料',
};
