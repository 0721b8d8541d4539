import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Simplified Chinese texts of the banner. Phrases are verb phrases (使用…). */
export const banner: BannerTexts = {
  title: '您的数据，由您决定',
  ask: '我们希望{purposes}。相关内容均尚未加载。',
  tell: '我们会{purposes}。您可以随时更改。',
  fresh: '这是新增内容。',
  phrase: '使用{vendors}（{purpose}）',
  comma: '、',
  and: '和',
  andPhrase: '，并',
  deny: '全部拒绝',
  allow: '全部允许',
  stop: '全部停止',
  keep: '全部保留',
  choose: '自行选择',
  later: '您可以随时更改',
  notice: '谁会收到什么',
};

/** Simplified Chinese texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: '您的数据，由您决定',
  intro: '可按用途或公司选择。在您选择之前不会发送任何信息。',
  introRunning: '可按用途或公司选择。已开启的项目会一直使用，直到您将其关闭。',
  notice: '谁会收到什么',
  signal: '您的浏览器发送了 Global Privacy Control。我们予以遵从，以下保持关闭：{purposes}。',
  comma: '、',
  always: '始终开启',
  on: '开启',
  off: '关闭',
  provider: '接收方',
  place: '{provider}（{country}）',
  information: '信息',
  usedFor: '用途',
  storage: '存储',
  policy: '隐私政策',
  deny: '全部拒绝',
  save: '保存选择',
  allow: '全部允许',
  stop: '全部停止',
  keep: '全部保留',
  close: '关闭且不保存',
  decided: '上次选择：{date}',
  receipt: '下载凭证',
  saved: '您的选择已保存。',
  unsaved: '您的浏览器不保存选择，因此仅在本页有效。',
  search: '搜索公司',
  noMatch: '没有这个名称的公司。',
  history: '您以往的选择',
  granted: '已允许：{purposes}',
  refused: '已拒绝：{purposes}',
  language: '语言',
};

/** Simplified Chinese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor}的内容，尚未加载',
  text: '加载后，{provider}（{country}）会收到：{information}。',
  once: '加载一次',
  always: '始终允许{vendor}',
  more: '谁会收到什么',
};

/** Simplified Chinese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: '隐私选择',
  doNotSell: '请勿出售或共享我的数据',
};
