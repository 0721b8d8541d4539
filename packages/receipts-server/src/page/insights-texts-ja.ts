import type { InsightsTexts } from './insights-texts.js';

export const ja: InsightsTexts = {
  title: '同意インサイト',
  lead: '訪問者がどう選んでいるかを示す集計値です。個人に関する情報は含みません。',
  token: 'アクセストークン',
  open: 'インサイトを表示',
  leave: 'サインアウト',
  receipts: 'レシート',
  refused: 'トークンが受け付けられませんでした。',
  failed: 'サーバーから想定外の応答がありました。もう一度お試しください。',
  nothing: 'まだ選択の記録がありません。最初の選択があると、ここに数値が表示されます。',
  filters: '表示する範囲',
  period: '期間',
  lastDays: (days) => (days > 28 ? `直近${days / 7}週間` : `直近${days}日間`),
  ownPeriod: '日付を指定',
  from: '開始日',
  to: '終了日',
  topic: '目的またはベンダー',
  site: 'サイト',
  all: 'すべて',
  unknown: '不明',
  reset: '絞り込みを解除',
  glance: '概要',
  glanceNote: (from, to) => `${from}〜${to}（UTC の日付）。数値に添えた範囲は 95% 信頼区間です。`,
  rateOverTime: '同意率の推移',
  rateNote: '同意と拒否の合計に占める同意の割合です。帯は 95% 信頼区間を表します。',
  decisionsOverTime: '選択数の推移',
  byDimension: {
    ...{ version: '告知のバージョン別', language: '言語別', layout: 'レイアウト別', country: '国別' },
  },
  dimension: { version: '告知のバージョン', language: '言語', layout: 'レイアウト', country: '国' },
  compare: '告知の2つのバージョンの比較',
  compareNote:
    'バージョンは時期をずらして表示されます。差の原因は、告知のほかにキャンペーンや季節である可能性もあります。',
  numbers: 'グラフの数値',
  csv: 'CSV',
  columns: {
    ...{ decisions: '選択', granted: '同意', denied: '拒否', withdrawn: '撤回', rate: '同意率' },
    ...{ shown: 'バナー表示', ignored: '無回答', interval: '95% 信頼区間' },
  },
  steps: { day: '日', week: '週（開始日）', month: '月（開始日）' },
  fewer: (minimum) => `${minimum} 未満`,
  fewerNote: (minimum) => `「–」は、${minimum} 未満の数値、またはそれを逆算できる数値を伏せたものです。`,
  noDecisions: (topic) => `${topic}: この期間に選択はありません。`,
  tooFew: (topic, minimum) => `${topic}: 同意または拒否が ${minimum} 件に満たないため、表示できません。`,
  rateIs: (topic, rate, granted, decisions) =>
    `${topic}: 同意率 ${rate}（選択 ${decisions} 件中 ${granted} 件）`,
  moreThanBefore: (low, high, days) => `直前の${days}より ${low}〜${high} ポイント高くなっています。`,
  lessThanBefore: (low, high, days) => `直前の${days}より ${low}〜${high} ポイント低くなっています。`,
  sameAsBefore: (days) => `直前の${days}との差は認められません。`,
  nothingBefore: (days) => `直前の${days}には比較できる数値がありません。`,
  standsOutMore: (where, low, high) =>
    `${where}: 同意率がそれ以外より ${low}〜${high} ポイント高くなっています。`,
  standsOutLess: (where, low, high) =>
    `${where}: 同意率がそれ以外より ${low}〜${high} ポイント低くなっています。`,
  nothingStandsOut: '言語、レイアウト、国のいずれにも、ほかと明らかに異なるものはありません。',
  ignored: (rate, shown) => `表示したバナー ${shown} 件のうち ${rate} が無回答でした。`,
  withdrawals: (rate) => `同意 100 件あたりの撤回は ${rate} 件です。`,
  versionMore: (one, other, low, high) =>
    `バージョン ${one} の同意率は、バージョン ${other} より ${low}〜${high} ポイント高くなっています。`,
  versionLess: (one, other, low, high) =>
    `バージョン ${one} の同意率は、バージョン ${other} より ${low}〜${high} ポイント低くなっています。`,
  versionUnclear: (one, other, delta, needed) =>
    `バージョン ${one} とバージョン ${other} の差はまだ認められません。${delta} ポイントの差を見分けるには、あと約 ${needed} 件の選択が必要です。`,
  versionUnlikely: (one, other, delta) =>
    `バージョン ${one} とバージョン ${other} の差は認められません。${delta} ポイントの差があれば 5 回中 4 回は見分けられるだけの選択数があります。`,
  versionNothing: 'この期間に、十分な選択数のあるバージョンが2つありません。',
  version: (version) => `バージョン ${version}`,
  days: (days) => `${days}日間`,
  points: (number) => `${number} ポイント`,
  chartOf: (title, from, to) => `${title}、${from}〜${to}。数値は下の表にあります。`,
  updated: '数値を更新しました。',
};
