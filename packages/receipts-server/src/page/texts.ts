/** What the page says, in one language. */
export interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly token: string;
  readonly open: string;
  readonly leave: string;
  readonly subject: string;
  readonly search: string;
  readonly none: string;
  readonly more: string;
  readonly details: string;
  readonly verify: string;
  readonly close: string;
  readonly verified: string;
  readonly notVerified: string;
  readonly refused: string;
  readonly failed: string;
  readonly receipt: string;
  readonly received: string;
  readonly given: string;
  readonly via: string;
  readonly notice: string;
  readonly issuer: string;
  readonly statuses: Readonly<Record<string, string>>;
}

const en: Texts = {
  title: 'Consent receipts',
  lead: 'What visitors decided, when, and under which notice. Each receipt is signed and can be verified.',
  token: 'Access token',
  open: 'Show receipts',
  leave: 'Sign out',
  subject: 'Subject reference',
  search: 'Search',
  none: 'No receipts here yet.',
  more: 'Show more',
  details: 'Details',
  verify: 'Verify',
  close: 'Close',
  verified: 'The receipt is whole, and was signed by this server’s key.',
  notVerified: 'The receipt cannot be trusted:',
  refused: 'The token was not accepted.',
  failed: 'The server did not answer as expected. Try again.',
  receipt: 'Receipt',
  received: 'Received',
  given: 'Given (visitor’s clock)',
  via: 'Via',
  notice: 'Notice',
  issuer: 'Issuer',
  statuses: {
    granted: 'granted',
    denied: 'denied',
    withdrawn: 'withdrawn',
    expired: 'expired',
    revoked: 'revoked',
    undecided: 'undecided',
  },
};

const ja: Texts = {
  title: '同意レシート',
  lead: '訪問者がいつ、どの告知のもとで何を選んだか。レシートはすべて署名されており、検証できます。',
  token: 'アクセストークン',
  open: 'レシートを表示',
  leave: 'サインアウト',
  subject: '対象者の参照番号',
  search: '検索',
  none: 'レシートはまだありません。',
  more: 'さらに表示',
  details: '詳細',
  verify: '検証する',
  close: '閉じる',
  verified: 'レシートは改変されておらず、このサーバーの鍵で署名されています。',
  notVerified: 'このレシートは信頼できません:',
  refused: 'トークンが受け付けられませんでした。',
  failed: 'サーバーから想定外の応答がありました。もう一度お試しください。',
  receipt: 'レシート',
  received: '受信日時',
  given: '選択日時（訪問者の時計）',
  via: '操作した場所',
  notice: '告知',
  issuer: '発行者',
  statuses: {
    granted: '同意',
    denied: '拒否',
    withdrawn: '撤回',
    expired: '期限切れ',
    revoked: '取り消し',
    undecided: '未選択',
  },
};

/** The language of a page: the first of the reader's that we have. */
export function chooseLanguage(languages: readonly string[]): 'en' | 'ja' {
  const found = languages.map((each) => each.slice(0, 2)).find((each) => each === 'ja' || each === 'en');
  return found === 'ja' ? 'ja' : 'en';
}

/** The language of the page and its texts. */
export function chooseTexts(languages: readonly string[]): {
  readonly language: string;
  readonly texts: Texts;
} {
  const language = chooseLanguage(languages);
  return { language, texts: language === 'ja' ? ja : en };
}
