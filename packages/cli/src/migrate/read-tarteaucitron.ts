import { asObject, asText, type FoundName, type SetupReader } from './found-setup.js';
import type { Statement } from './read-script.js';

/** Its services that start without a yes, whose stored yes therefore nobody has given. */
const STARTING_BY_THEMSELVES = [
  'wysistathightrack',
  'plausible',
  'simpleanalytics',
  'stonly',
  'matomo',
  'matomohightrack',
  'crisp',
  'microanalytics',
];
/** What it calls kinds of services, as categories. */
const TYPES: Readonly<Record<string, string>> = { ads: 'marketing', analytic: 'analytics' };
/** Where pages say what an adapter of ours has to be told. */
const OPTIONS: Readonly<
  Record<string, readonly [adapter: string, ...options: [option: string, user: string][]]>
> = {
  gtag: ['google-analytics', ['measurementId', 'gtagUa']],
  googletagmanager: ['google-tag-manager', ['containerId', 'googletagmanagerId']],
  facebookpixel: ['meta-pixel', ['pixelId', 'facebookpixelId']],
  hotjar: ['hotjar', ['siteId', 'hotjarId']],
  clarity: ['microsoft-clarity', ['projectId', 'clarity']],
  tiktok: ['tiktok-pixel', ['pixelId', 'tiktokId']],
  posthog: ['posthog', ['apiKey', 'posthogApiKey']],
  hubspot: ['hubspot', ['hubId', 'hubspotId']],
  linkedininsighttag: ['linkedin-insight', ['partnerId', 'linkedininsighttag']],
  matomo: ['matomo', ['siteId', 'matomoId'], ['host', 'matomoHost']],
  crisp: ['crisp', ['websiteId', 'crispID']],
  intercomChat: ['intercom', ['appId', 'intercomKey']],
  plausible: ['plausible', ['domain', 'plausibleDomain']],
  bingads: ['microsoft-uet', ['tagId', 'bingadsID']],
  pinterestpixel: ['pinterest-tag', ['tagId', 'pinterestpixelId']],
  crazyegg: ['crazy-egg', ['account', 'crazyeggId']],
  adsense: ['google-adsense', ['client', 'adsensecapub']],
};

/**
 * tarteaucitron: services started by `tarteaucitron.job.push()`, told by `tarteaucitron.user`.
 *
 * @see https://www.npmjs.com/package/tarteaucitronjs 1.34.0, README and tarteaucitron.services.js (read 2026-11-22)
 */
export const readTarteaucitron: SetupReader = {
  of: 'tarteaucitron',
  namesIn: () => [],
  read({ statements }) {
    const own = statements.filter(({ what }) => what.startsWith('tarteaucitron.'));
    if (!own[0]) return undefined;
    const said = (what: string) => own.find((each) => each.what === what)?.value;
    const init = asObject(said('tarteaucitron.init()'));
    const jobs = [
      ...new Set(
        own
          .filter(({ what }) => what === 'tarteaucitron.job.push()')
          .flatMap(({ value }) => asText(value) ?? []),
      ),
    ];
    const custom = new Map(own.flatMap(customService));
    const names = jobs.map((name): FoundName => {
      const { type, label } = custom.get(name) ?? {};
      return { name, kind: 'service', of: type ? [type] : [], label: label ? { '': label } : undefined };
    });
    const options = Object.fromEntries(
      jobs.flatMap((job) => {
        const [adapter, ...options] = OPTIONS[job] ?? [];
        const told = options.flatMap(([option, user]) => {
          const value = said(`tarteaucitron.user.${user}`);
          const text = typeof value === 'number' ? `${value}` : asText(value);
          return text ? [[option, text] as const] : [];
        });
        return adapter && told[0] ? [[adapter, Object.fromEntries(told)] as const] : [];
      }),
    );
    const implied = jobs.filter(
      (job) => STARTING_BY_THEMSELVES.includes(job) || custom.get(job)?.needsConsent === false,
    );
    const cookieName = asText(init.cookieName);
    return {
      names,
      ...(cookieName && cookieName !== 'tarteaucitron'
        ? { stored: { kind: 'cookie', name: cookieName } }
        : {}),
      // Without it, going on to another page counts as a yes.
      implied: init.highPrivacy === false ? jobs : implied,
      loadsVendors: true,
      noticeUrl: asText(init.privacyUrl),
      cookieDomain: asText(init.cookieDomain),
      options,
      left:
        init.highPrivacy === false
          ? [
              'highPrivacy is off: a stored yes may be that of somebody who only went on reading, so none is taken over.',
            ]
          : [],
    };
  },
};

function customService({ what, value }: Statement) {
  const name = /^tarteaucitron\.services\.(\w+)$/.exec(what)?.[1];
  if (!name) return [];
  const { type, name: label, needConsent } = asObject(value);
  const kind = asText(type) ?? 'other';
  return [
    [name, { type: TYPES[kind] ?? kind, label: asText(label), needsConsent: needConsent !== false }] as const,
  ];
}
