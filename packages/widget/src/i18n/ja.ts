import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Japanese texts of the banner. Phrases end in the 連用形, so that 「たい」 and 「ます」 both can follow. */
export const banner: BannerTexts = {
  title: 'データの利用についてお選びください',
  ask: '{purposes}たいと考えています。まだ何も送信していません。',
  tell: '{purposes}ます。いつでも変更できます。',
  fresh: '新しい項目です。',
  phrase: '{purpose}のために{vendors}を利用し',
  comma: '、',
  and: 'と',
  andPhrase: '、',
  deny: 'すべて許可しない',
  allow: 'すべて許可する',
  stop: 'すべて停止する',
  keep: 'すべて継続する',
  choose: '選んで決める',
  later: 'いつでも変更できます',
  notice: '外部送信について',
};

/** Japanese texts of the preferences dialog; the headings are the external-transmission rule's own words. */
export const preferences: PreferencesTexts = {
  title: 'データの利用',
  intro: '利用目的ごとに、または事業者ごとに選べます。選ぶまで何も送信しません。',
  introRunning: '利用目的ごとに、または事業者ごとに選べます。許可しないものは、すぐに止まります。',
  notice: '外部送信について',
  signal: 'お使いのブラウザーの Global Privacy Control を尊重し、次の目的での利用を止めています：{purposes}',
  comma: '、',
  always: '必須',
  on: '許可する',
  off: '許可しない',
  provider: '提供先',
  place: '{provider}（{country}）',
  information: '送信する情報',
  usedFor: '利用目的',
  storage: '端末に保存',
  policy: 'プライバシーポリシー',
  deny: 'すべて許可しない',
  save: '保存する',
  allow: 'すべて許可する',
  stop: 'すべて停止する',
  keep: 'すべて継続する',
  close: '保存せずに閉じる',
  decided: '前回の選択：{date}',
  receipt: '受領証を保存',
  saved: '選択を保存しました。',
  unsaved: 'お使いのブラウザーには選択を保存できないため、このページでのみ有効です。',
  search: '事業者を検索',
  noMatch: '該当する事業者はありません。',
  history: 'これまでの選択',
  granted: '許可：{purposes}',
  refused: '不許可：{purposes}',
  language: '言語',
};

/** Japanese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor}のコンテンツ（読み込み前）',
  text: '表示すると、{provider}（{country}）に次の情報が送信されます：{information}',
  once: '今回だけ表示する',
  always: '{vendor}を常に許可する',
  more: '外部送信について',
};

/** Japanese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'データ利用の設定',
  doNotSell: '個人情報の販売・共有を停止',
};
