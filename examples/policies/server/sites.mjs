// The five, and what the index and their home pages say of each.

/** Names of the folders, and of the sites in addresses. */
export const SITES = {
  'ai-robotics': {
    title: { ja: 'GMO AI & ロボティクス', en: 'GMO AI & Robotics' },
    lead: {
      ja: '共同利用はグループ会社の一覧への参照、第三者提供は「現在なし」。開示等の請求はウェブフォームだけで受け付けます。',
      en: 'Joint use by reference to a list of the group, provision to others “none at present”, and requests by web form alone.',
    },
  },
  appscloud: {
    title: { ja: 'GMO AppsCloud', en: 'GMO AppsCloud' },
    lead: {
      ja: '2005 年制定の方針。開示等の請求は書留郵便のみで、請求者ごとに必要な書類と手数料が決まっています。',
      en: 'A policy of 2005. Requests come by certified mail only, with papers for each sort of applicant and a fee.',
    },
  },
  mecara: {
    title: { ja: 'Mecara', en: 'Mecara' },
    lead: {
      ja: '六つの取得方法、オプトアウトによる提供、マイナンバー。請求は郵送またはメールの相談窓口で受け付けます。',
      en: 'Six ways of acquisition, provision until somebody objects, My Number; a desk that takes letters and mails.',
    },
  },
  omakase: {
    title: { ja: 'GMO OMAKASE', en: 'GMO OMAKASE' },
    lead: {
      ja: 'ツールごとの表を備えたポリシー。Google アナリティクスはページで、Brevo と Mailbluster はメールで情報を受け取ります。',
      en: 'A policy with a table of tools: Google Analytics in pages, Brevo and Mailbluster in mails.',
    },
  },
  globalsign: {
    title: { ja: 'GMO GlobalSign Holdings', en: 'GMO GlobalSign Holdings' },
    lead: {
      ja: '四つの対象者ごとの利用目的と、外国にある第三者への提供。国を特定できない場合は、その理由も示します。',
      en: 'Purposes for four audiences, and recipients abroad, with the reason where a country cannot be told.',
    },
  },
};
export const LANGUAGES = ['ja', 'en'];
