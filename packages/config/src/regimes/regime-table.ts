import type { Regime } from '@consentry/core';

/** Where a row is known from. */
export interface RegimeSource {
  /** What says so. */
  readonly url?: string;
  /**
   * - `read`: somebody who explains or quotes the rule was read there, on the day in `date`
   * - `unverified`: from memory; no text of it was at hand
   */
  readonly mark: 'read' | 'unverified';
  /** Day on which it was read, or written down from memory. */
  readonly date: string;
}

/** How sure something is. */
export type Confidence = 'high' | 'medium' | 'low';

/** What holds for visitors from some places, where a site does not say otherwise. An engineering default, not advice. */
export interface RegimeRow {
  /** ISO 3166-1 or 3166-2 codes; `"US-*"` stands for the parts of a country that have no row of their own. */
  readonly places: readonly string[];
  readonly law: string;
  readonly model: Regime;
  /** Days a yes is kept. */
  readonly grantDays: number;
  /** Days of quiet after a no. */
  readonly denyDays: number;
  /**
   * Global Privacy Control: `duty` where a law wants it honoured, `honoured` where it is by default, and `informed` where
   * it is recorded and changes nothing.
   */
  readonly signal: 'duty' | 'honoured' | 'informed';
  /** How sure the model is. */
  readonly confidence: Confidence;
  /** How sure the days are; laws rarely name any. */
  readonly daysConfidence: Confidence;
  readonly source: RegimeSource;
  /** What the row leaves out. */
  readonly note?: string;
}

const read = (url: string): RegimeSource => ({ url, mark: 'read', date: '2026-11-22' });
const UNVERIFIED: RegimeSource = { mark: 'unverified', date: '2026-11-22' };
const codes = (text: string) => text.split(' ');

const SIGNAL_DUTIES = read('https://cookiebeam.com/guides/universal-opt-out-mechanisms-us-state-laws-2026');

/** The table. The first row with a place is its row. */
export const REGIME_TABLE: readonly RegimeRow[] = [
  {
    places: ['FR'],
    law: 'GDPR, ePrivacy; CNIL recommendation 2020-092',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'high', daysConfidence: 'high' },
    source: read('https://www.quantic-avocats.com/2020/11/05/cookies-cnil/'),
    note: 'The CNIL exempts some audience measurement; a site that relies on it makes that purpose exempt.',
  },
  {
    places: ['IT'],
    law: 'GDPR, ePrivacy; Garante guidelines of 2021-06-10',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'high', daysConfidence: 'high' },
    source: read('https://www.daimonart.it/gdpr-cookies-adeguamenti/'),
    note: 'Six months are the least time of quiet after a no.',
  },
  {
    places: ['ES'],
    law: 'GDPR, LSSI Art. 22.2; AEPD cookie guide',
    ...{ model: 'opt-in', grantDays: 365, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: read('https://www.sandos.com/cookie-notice-and-other-important-information'),
    note: 'The guide calls at most 24 months good practice; browsers keep no cookie so long.',
  },
  {
    places: ['DE'],
    law: 'TDDDG section 25',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'high', daysConfidence: 'medium' },
    source: UNVERIFIED,
  },
  {
    places: ['LU'],
    law: 'GDPR, ePrivacy; CNPD',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: UNVERIFIED,
  },
  {
    places: codes('AT BE BG HR CY CZ DK EE FI GR HU IE LV LT MT NL PL PT RO SK SI SE IS LI NO'),
    law: 'GDPR and the ePrivacy Directive, Art. 5(3)',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'high', daysConfidence: 'medium' },
    source: UNVERIFIED,
  },
  {
    places: codes('GB GG JE IM'),
    law: 'PECR with Schedule A1 of the Data (Use and Access) Act 2025',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: read('https://www.blakemorgan.co.uk/data-use-and-access-act-2025-cookies'),
    note: 'Statistics about one’s own service may run with information and a way to object; this row asks for them too. That the islands follow is from memory.',
  },
  {
    places: ['CH'],
    law: 'FADP, Telecommunications Act Art. 45c',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: read('https://www.consentmanager.pt/saber/certo/cookie-consent-for-the-switzerland/'),
    note: 'The law asks for information and a way to refuse; asking first is for profiling and for what vendors of marketing want.',
  },
  {
    places: ['US-CA'],
    law: 'CCPA; 11 CCR 7025',
    ...{ model: 'opt-out', grantDays: 365, denyDays: 365, signal: 'duty' },
    ...{ confidence: 'high', daysConfidence: 'high' },
    source: SIGNAL_DUTIES,
    note: 'After an opt-out, twelve months without being asked to opt in again (from memory).',
  },
  {
    places: codes('US-CO US-CT US-TX US-MT US-NE US-NH US-NJ US-MN US-MD US-DE US-OR'),
    law: 'Privacy acts of the states, with a duty to honour the signal',
    ...{ model: 'opt-out', grantDays: 365, denyDays: 365, signal: 'duty' },
    ...{ confidence: 'high', daysConfidence: 'medium' },
    source: SIGNAL_DUTIES,
    note: 'Sources agree on the states and not on the days from which each duty holds.',
  },
  {
    places: codes('US-VA US-UT US-IA US-IN US-TN US-KY US-RI US-FL'),
    law: 'Privacy acts of the states, silent on signals',
    ...{ model: 'opt-out', grantDays: 365, denyDays: 365, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: UNVERIFIED,
  },
  {
    places: ['US-*'],
    law: 'FTC Act',
    ...{ model: 'notice', grantDays: 365, denyDays: 365, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: UNVERIFIED,
    note: 'Laws on health data, video and wiretapping may ask for more.',
  },
  {
    places: ['CA-QC'],
    law: 'Law 25; Private Sector Act section 8.1',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: read('https://private-ai.com/2023/09/23/cookies-law25/'),
  },
  {
    places: ['CA-*'],
    law: 'PIPEDA',
    ...{ model: 'opt-out', grantDays: 365, denyDays: 365, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: UNVERIFIED,
  },
  {
    places: ['BR'],
    law: 'LGPD; ANPD cookie guide of 2022-10-18',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'honoured' },
    ...{ confidence: 'medium', daysConfidence: 'medium' },
    source: read('https://www.mattosfilho.com.br/en/unico/brazilian-data-protection/'),
  },
  {
    places: ['JP'],
    law: 'Telecommunications Business Act Art. 27-12, APPI',
    ...{ model: 'notice', grantDays: 365, denyDays: 180, signal: 'informed' },
    ...{ confidence: 'high', daysConfidence: 'medium' },
    source: read('https://swlaw.jp/ipo-library/4405'),
    note: 'Where APPI Art. 28 or 31 asks for consent, the vendor is set to "askFirst".',
  },
  {
    places: ['KR'],
    law: 'PIPA',
    ...{ model: 'opt-in', grantDays: 365, denyDays: 180, signal: 'informed' },
    ...{ confidence: 'low', daysConfidence: 'low' },
    source: UNVERIFIED,
  },
  {
    places: codes('TH CN VN ID TR IN AE SA'),
    law: 'National data protection acts',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'informed' },
    ...{ confidence: 'low', daysConfidence: 'low' },
    source: UNVERIFIED,
  },
  {
    places: ['ZA'],
    law: 'POPIA',
    ...{ model: 'opt-in', grantDays: 180, denyDays: 180, signal: 'informed' },
    ...{ confidence: 'low', daysConfidence: 'low' },
    source: UNVERIFIED,
    note: 'The act asks first for direct marketing; this row asks first for everything.',
  },
  {
    places: codes('SG HK TW MY AU NZ PH'),
    law: 'National data protection acts',
    ...{ model: 'notice', grantDays: 365, denyDays: 180, signal: 'informed' },
    ...{ confidence: 'low', daysConfidence: 'low' },
    source: UNVERIFIED,
  },
];

/** Places that may be named together; ISO 3166 has no codes for them. */
export const PLACE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  EEA: codes('AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LV LT LU MT NL PL PT RO SK SI SE IS LI NO'),
  EU: codes('AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LV LT LU MT NL PL PT RO SK SI SE'),
};

/**
 * Time zones that tell where somebody may be, by place, of places where something is laxer than elsewhere; any other
 * zone tells nothing. From zone.tab of the IANA time zone database; with the older names that browsers also say.
 */
export const TIME_ZONES: Readonly<Record<string, readonly string[]>> = {
  JP: ['Asia/Tokyo'],
  KR: ['Asia/Seoul'],
  SG: ['Asia/Singapore'],
  HK: ['Asia/Hong_Kong'],
  TW: ['Asia/Taipei'],
  MY: codes('Asia/Kuala_Lumpur Asia/Kuching'),
  PH: ['Asia/Manila'],
  NZ: codes('Pacific/Auckland Pacific/Chatham'),
  AU: [
    ...codes('Australia/Adelaide Australia/Brisbane Australia/Broken_Hill Australia/Darwin Australia/Eucla'),
    ...codes('Australia/Hobart Australia/Lindeman Australia/Lord_Howe Australia/Melbourne Australia/Perth'),
    'Australia/Sydney',
  ],
  US: [
    ...codes('America/Adak America/Anchorage America/Boise America/Chicago America/Denver America/Detroit'),
    ...codes('America/Indiana/Indianapolis America/Indianapolis America/Kentucky/Louisville'),
    ...codes('America/Louisville America/Los_Angeles America/New_York America/Phoenix Pacific/Honolulu'),
  ],
};
