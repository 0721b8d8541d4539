import { namesAppi } from './for-japan.js';
import type { Miss } from './lint-rules.js';
import type { NoticeDocument } from './schema-notice.js';

/** What fees may be charged for. */
const WITH_FEE = ['purpose-notice', 'disclosure', 'third-party-records'];
/** The amended act, with articles numbered anew, came into force. */
const RENUMBERED = '2022-04-01';

/** What a document lacks by itself, its recipients left out. */
export function lintDocument(document: NoticeDocument): Miss[] {
  return [...ofController(document), ...ofRequests(document), ...ofProcessed(document), ...ofRest(document)];
}

function ofController({ controller, security, contacts, complaints }: NoticeDocument): Miss[] {
  const lacks = [
    ...(controller ? [] : ['name']),
    ...(controller?.address ? [] : ['address']),
    ...(controller?.representative ? [] : ['representative']),
  ];
  return [
    ...(lacks.length
      ? [{ code: 'controller', path: 'controller', found: `no ${lacks.join(', no ')}` } as const]
      : []),
    ...(security ? [] : [{ code: 'security', path: 'security', found: 'not stated' } as const]),
    ...(contacts || complaints ? [] : [{ code: 'contact', path: 'contacts', found: 'not stated' } as const]),
  ];
}

function ofRequests({ requests, laws = [] }: NoticeDocument): Miss[] {
  if (!requests) return [{ code: 'requests', path: 'requests', found: 'not stated' }];
  const misses: Miss[] = [];
  if (!requests.channels && !requests.url && !requests.steps)
    misses.push({ code: 'requests', path: 'requests', found: 'rights, but no way to ask' });
  const beyond = requests.fee?.appliesTo.filter((right) => !WITH_FEE.includes(right)) ?? [];
  if (requests.fee?.amount && beyond[0])
    misses.push({
      code: 'fee-scope',
      path: 'requests.fee.appliesTo',
      found: `a fee for ${beyond.join(', ')}`,
    });
  if (requests.reasonsGiven === false)
    misses.push({ code: 'reasons', path: 'requests.reasonsGiven', found: 'no reasons are given' });
  const refs = [
    ...laws.map((law, i) => [`laws.${i}`, law, false] as const),
    ...(requests.law ? [['requests.law', requests.law, true] as const] : []),
  ];
  for (const [path, { name, articles = [], numberingAsOf }, ofRights] of refs) {
    if (!namesAppi(name) || articles.length === 0) continue;
    const old = numberingAsOf !== undefined && numberingAsOf < RENUMBERED;
    const elsewhere = articles.filter((article) => {
      const number = Number.parseInt(article, 10);
      return number < 32 || number > 39;
    });
    if (old || (ofRights && elsewhere.length > 0))
      misses.push({
        code: 'old-articles',
        path: `${path}.articles`,
        found: `Articles ${(old ? articles : elsewhere).join(', ')}`,
      });
  }
  return misses;
}

function ofProcessed({ anonymous, pseudonymous }: NoticeDocument): Miss[] {
  const misses: Miss[] = [];
  const provides = (list: { kind: string } | undefined) => list?.kind === 'entries' || list?.kind === 'all';
  if (anonymous?.produced && !anonymous.items)
    misses.push({
      code: 'anonymous-items',
      path: 'anonymous.items',
      found: 'it is made, and no items are named',
    });
  anonymous?.provided?.items?.forEach(({ items, means }, i) => {
    if (!items || !means)
      misses.push({
        code: 'anonymous-items',
        path: `anonymous.provided.items.${i}`,
        found: `it is provided without ${[items ? '' : 'items', means ? '' : 'means'].filter(Boolean).join(' and ')}`,
      });
  });
  if (provides(pseudonymous?.provided))
    misses.push({ code: 'pseudonymous-provision', path: 'pseudonymous.provided', found: 'it is provided' });
  for (const [path, processed] of [
    ['anonymous', anonymous],
    ['pseudonymous', pseudonymous],
  ] as const) {
    const describes = processed?.duties?.some(({ when }) => when === 'providing');
    if (processed?.neverProvided && describes)
      misses.push({
        code: 'processed-contradiction',
        path: `${path}.neverProvided`,
        found: 'it is never provided, and yet it is said what is done when it is',
      });
  }
  return misses;
}

function ofRest(document: NoticeDocument): Miss[] {
  const {
    items = {},
    acquisition = [],
    purposes = {},
    specialCare,
    changes,
    revisedOn,
    accessibility,
  } = document;
  const misses: Miss[] = [];
  const special = Object.keys(items).filter((id) => items[id]?.class === 'special-care');
  if (special[0] && !specialCare)
    misses.push({
      code: 'special-care',
      path: 'specialCare',
      found: `not stated, for ${special.join(', ')}`,
    });
  acquisition.forEach(({ origin, items: acquired }, i) => {
    const secret = (acquired?.items ?? []).filter((id) => items[id]?.class === 'credential');
    if (origin === 'automatic' && secret[0])
      misses.push({
        code: 'credentials-acquired',
        path: `acquisition.${i}.items`,
        found: `${secret.join(', ')}, acquired automatically`,
      });
  });
  for (const [id, { open }] of Object.entries(purposes))
    if (open) misses.push({ code: 'purpose-open', path: `purposes.${id}`, found: 'names no purpose' });
  if (changes?.announced === 'none')
    misses.push({ code: 'changes-announced', path: 'changes.announced', found: 'changes are not announced' });
  if (!revisedOn) misses.push({ code: 'date', path: 'revisedOn', found: 'not stated' });
  accessibility?.standards?.forEach(({ version }, i) => {
    if (version?.startsWith('1.'))
      misses.push({
        code: 'accessibility-standard',
        path: `accessibility.standards.${i}`,
        found: `version ${version}`,
      });
  });
  return misses;
}
