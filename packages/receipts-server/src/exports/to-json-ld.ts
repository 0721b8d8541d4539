import type { ConsentAccount, Controller } from './consent-account.js';
import type { ExportSource } from './to-json.js';

const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const CONFORMS_TO = 'https://w3id.org/dpv/schema/dpv-27560#record';

/**
 * The accounts in terms of DPV 2.3, after the guide to ISO/IEC TS 27560 of the W3C's DPV group. Of the fields that
 * the standard requires, those that neither a record nor the owner says are left out, and not invented.
 */
export function toJsonLd({ accounts, controller, at }: ExportSource): object {
  return {
    '@context': CONTEXT,
    '@graph': accounts.map((account) => toConsentRecord(account, controller, at)),
  };
}

function toConsentRecord(account: ConsentAccount, controller: Controller | undefined, at: string): object {
  const { subject, site, id, events } = account;
  const notices = new Map(events.map(({ notice }) => [`${notice.version}${notice.language ?? ''}`, notice]));
  const withdrawalUrl = controller?.withdrawalUrl;
  return {
    '@id': `urn:uuid:${id}`,
    '@type': 'dpv:ConsentRecord',
    'dct:conformsTo': { '@id': CONFORMS_TO },
    'dct:identifier': id,
    'dct:created': time(at),
    'dpv:hasDataSubject': {
      '@type': 'dpv:DataSubject',
      '@id': `urn:consentry:subject:${subject}`,
      'dpv:hasIdentifier': subject,
    },
    ...(controller ? { 'dpv:hasDataController': toParty(controller) } : {}),
    ...(controller?.jurisdiction
      ? { 'dpv:hasJurisdiction': { '@id': `loc:${controller.jurisdiction}` } }
      : {}),
    'dpv:hasNotice': [...notices.values()].map(({ version, language, hash }) => ({
      '@type': 'dpv:ConsentNotice',
      'dct:hasVersion': String(version),
      ...(language ? { 'dct:language': language } : {}),
      ...(hash ? { 'dpv:hasIdentifier': hash } : {}),
      ...(controller?.policyUrl ? { 'dct:source': { '@id': controller.policyUrl } } : {}),
    })),
    'dpv:hasProcess': [...new Set(events.map(({ about }) => about))].map((about) => ({
      '@type': 'dpv:Process',
      '@id': `urn:uuid:${id}#${about}`,
      'dpv:hasPurpose': {
        '@id': `urn:consentry:purpose:${site}:${about}`,
        '@type': `dpv:${controller?.purposeTerms?.[about] ?? 'Purpose'}`,
        'dct:identifier': about,
      },
      'dpv:hasLegalBasis': { '@type': 'dpv:ExpressedConsent' },
      'dpv:hasConsentControl': {
        '@type': 'dpv:WithdrawConsent',
        ...(withdrawalUrl ? { 'dpv:isExercisedAt': { '@id': withdrawalUrl } } : {}),
      },
      'dpv:hasConsentStatus': events
        .filter((event) => event.about === about)
        .map(({ state, by, givenAt, method, record }) => ({
          '@type': `dpv:${state}`,
          'dct:identifier': record,
          'dpv:isIndicatedBy': { '@type': by === 'controller' ? 'dpv:DataController' : 'dpv:DataSubject' },
          'dpv:isIndicatedAtTime': time(givenAt),
          'dpv:hasIndicationMethod': method,
        })),
    })),
  };
}

function toParty({ name, address, email, phone, url }: Controller): object {
  return {
    '@type': 'dpv:DataController',
    'dpv:hasName': name,
    ...(address ? { 'schema:address': address } : {}),
    ...(email ? { 'schema:email': email } : {}),
    ...(phone ? { 'schema:telephone': phone } : {}),
    ...(url ? { 'schema:url': url } : {}),
  };
}

function time(iso: string): object {
  return { '@type': 'xsd:dateTime', '@value': iso };
}
