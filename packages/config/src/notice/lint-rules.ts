/** Where a rule is known from. */
export interface RuleSource {
  /** What says so. */
  readonly url?: string;
  /**
   * - `read`: a commentary or authority that quotes or explains the rule was read there, on 2026-11-22
   * - `unverified`: from memory; no text of it was at hand
   */
  readonly mark: 'read' | 'unverified';
}

/** Something that a law or good practice asks of a notice. */
export interface NoticeRule {
  /** Law and article; "good practice" where no law asks for it. */
  readonly article: string;
  /** What is asked, in one sentence. */
  readonly asks: string;
  readonly source: RuleSource;
}

const read = (url: string): RuleSource => ({ url, mark: 'read' });
const UNVERIFIED: RuleSource = { mark: 'unverified' };

// The official collection of laws could not be reached.
const ARTICLE_32 = read('https://esora-law.com/law/jouhou/airing');
const REQUESTS = read(
  'https://houritsushoku.com/archives/clauses-setting-forth-the-procedures-for-making-a-request-for-disclosure-etc-in-the-privacy-policy.html',
);
const ABROAD = read('https://www.businesslawyers.jp/practices/1438');
const ABROAD_MEASURES = read('https://www.businesslawyers.jp/practices/1441');
const JOINT_USE = read('https://bengoshi-sakao.com/?p=549');
const OPT_OUT = read('https://www.ppc.go.jp/personalinfo/legal/optout/');
const ANONYMOUS = read('https://www.konishilaw.jp/column/12095');
const EXTERNAL = read('https://blog.kiyac.app/externaltransmissionrules/');
const PSEUDONYMOUS = read('https://www.ppc.go.jp/all_faq_index/faq1-q14-17/');
const ITEMS_OF_EXTERNAL = 'Japan, Telecommunications Business Act 27-12, ordinance 22-2-29';
const PRACTICE = 'good practice';

/** The rules, by the code that findings carry. */
export const NOTICE_RULES = {
  controller: {
    article: 'Japan, APPI 32(1)(i)',
    asks: 'name, address and representative of the controller',
    source: ARTICLE_32,
  },
  requests: {
    article: 'Japan, APPI 32(1)(iii)',
    asks: 'how requests are made, with the fee if there is one',
    source: ARTICLE_32,
  },
  security: {
    article: 'Japan, APPI 32(1)(iv)',
    asks: 'the measures of security, as the cabinet order to it says',
    source: UNVERIFIED,
  },
  contact: {
    article: 'Japan, APPI 32(1)(iv)',
    asks: 'where complaints go, as the cabinet order to it says',
    source: UNVERIFIED,
  },
  'old-articles': {
    article: 'Japan, APPI as numbered since April 2022',
    asks: 'articles by their present numbers; requests are Articles 32 to 39',
    source: REQUESTS,
  },
  'fee-scope': {
    article: 'Japan, APPI 38(1)',
    asks: 'fees for notice of purposes and disclosure only',
    source: REQUESTS,
  },
  reasons: {
    article: 'Japan, APPI 36',
    asks: 'an effort to explain why a request is refused',
    source: UNVERIFIED,
  },
  'joint-use': {
    article: 'Japan, APPI 27(5)(iii)',
    asks: 'scope, items and purposes of a joint use',
    source: JOINT_USE,
  },
  'joint-use-manager': {
    article: 'Japan, APPI 27(5)(iii)',
    asks: 'name, address and representative of who is responsible for a joint use',
    source: UNVERIFIED,
  },
  'opt-out-items': {
    article: 'Japan, APPI 27(2), since April 2022',
    asks: 'the items that are made known before provision by opt-out',
    source: OPT_OUT,
  },
  'opt-out-special-care': {
    article: 'Japan, APPI 27(2)',
    asks: 'no provision by opt-out of information that needs special care',
    source: UNVERIFIED,
  },
  'recipient-named': {
    article: PRACTICE,
    asks: 'recipients by name, so that people know what they agree to',
    source: UNVERIFIED,
  },
  'refusal-ends-service': {
    article: 'EU, GDPR 7(4); permitted in Japan in principle',
    asks: 'a look at whether consent is free where refusing ends the service',
    source: UNVERIFIED,
  },
  'transfer-country': {
    article: 'Japan, APPI 28(2), rule 17(2)(i) and (3)',
    asks: 'the country data goes to, or why it cannot be said',
    source: ABROAD,
  },
  'transfer-system': {
    article: 'Japan, APPI 28(2), rule 17(2)(ii)',
    asks: "the country's system for protecting personal information",
    source: ABROAD,
  },
  'transfer-measures': {
    article: 'Japan, APPI 28(2), rule 17(2)(iii) and (4)',
    asks: 'what the recipient does to protect the data, or why it cannot be said',
    source: ABROAD,
  },
  'measures-by-link': {
    article: 'Japan, APPI 28(2), rule 17(2)(iii)',
    asks: "the recipient's measures in the notice itself, since the linked page may change",
    source: UNVERIFIED,
  },
  'transfer-monitoring': {
    article: 'Japan, APPI 28(3), rule 18',
    asks: 'a regular look at measures that are to be equivalent',
    source: ABROAD_MEASURES,
  },
  'transfer-promised': {
    article: 'Japan, APPI 28(2)',
    asks: 'the countries that are promised to be told',
    source: ABROAD,
  },
  'personal-related-consent': {
    article: 'Japan, APPI 31(1)',
    asks: "the person's consent before information is linked with them, and who asks for it",
    source: UNVERIFIED,
  },
  'personal-related-unasked': {
    article: 'Japan, APPI 31(1)',
    asks: 'that a vendor which links what it gets with persons waits for the yes that this site says to ask for',
    source: UNVERIFIED,
  },
  'anonymous-items': {
    article: 'Japan, APPI 43(3) and (4)',
    asks: 'the items of anonymously processed information that is made, and items and means where it is provided',
    source: ANONYMOUS,
  },
  'pseudonymous-provision': {
    article: 'Japan, APPI 41(6)',
    asks: 'no provision of pseudonymously processed information to third parties',
    source: PSEUDONYMOUS,
  },
  'processed-contradiction': {
    article: PRACTICE,
    asks: 'one answer to whether processed information is provided',
    source: UNVERIFIED,
  },
  'special-care': {
    article: 'Japan, APPI 20(2)',
    asks: 'consent before information that needs special care is acquired',
    source: UNVERIFIED,
  },
  'changes-announced': {
    article: 'Japan, APPI 21(3)',
    asks: 'that a change of purposes is announced',
    source: UNVERIFIED,
  },
  'purpose-open': {
    article: 'Japan, APPI 17(1)',
    asks: 'purposes that are specified as far as possible',
    source: UNVERIFIED,
  },
  'credentials-acquired': {
    article: 'Japan, APPI 23',
    asks: 'no passwords in cookies or logs, where others can read them',
    source: UNVERIFIED,
  },
  date: { article: PRACTICE, asks: 'the day of the version', source: UNVERIFIED },
  'accessibility-standard': {
    article: PRACTICE,
    asks: 'a version of the accessibility guidelines that is still maintained (2.0 or later)',
    source: UNVERIFIED,
  },
  'tools-listed': {
    article: ITEMS_OF_EXTERNAL,
    asks: 'each tool that has information sent elsewhere',
    source: EXTERNAL,
  },
  'tool-recipient-use': {
    article: ITEMS_OF_EXTERNAL,
    asks: "the recipient's purpose beside the site's own",
    source: UNVERIFIED,
  },
  'tool-country': { article: PRACTICE, asks: 'the country of the recipient', source: UNVERIFIED },
  'tool-opt-out': { article: PRACTICE, asks: 'a way to refuse each transmission', source: UNVERIFIED },
  'tool-policy': { article: PRACTICE, asks: "the recipient's privacy policy", source: UNVERIFIED },
  'tool-provider': {
    article: ITEMS_OF_EXTERNAL,
    asks: 'the recipient by its present name',
    source: UNVERIFIED,
  },
} as const satisfies Record<string, NoticeRule>;

/** Code of a rule. */
export type NoticeRuleCode = keyof typeof NOTICE_RULES;

/** A rule and the place that does not follow it, as the parts of the linter say it. */
export interface Miss {
  readonly code: NoticeRuleCode;
  /** Where; `config:` before a path means `consentry.json`, not the document. */
  readonly path: string;
  /** What is wrong there. */
  readonly found: string;
}
