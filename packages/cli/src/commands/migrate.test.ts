import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { checkConfig } from '@consentry/config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../test/support/run-command.js';
import { createSiteFolder } from '../../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { type MigrateOptions, migrate } from './migrate.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let catalogue: Catalogue;
let written = 0;
beforeAll(async () => {
  folder = await createSiteFolder();
  catalogue = await loadCatalogue();
});
afterAll(() => folder.clear());

const page = (head: string, body = '', language = 'en') =>
  `<!doctype html><html lang="${language}"><head><title>Shop</title>${head}</head><body>${body}</body></html>`;

/** Runs the command over these texts by file name; what it has written, which is right, and said. */
async function run(texts: Record<string, string>, options: Partial<MigrateOptions> = {}) {
  const number = ++written;
  const sources: string[] = [];
  for (const [name, text] of Object.entries(texts))
    sources.push(await folder.write(`${number}/${name}`, text));
  const out = folder.path(`config-${number}.json`);
  const { lines, message, exitCode } = await runCommand((print) =>
    migrate({ sources, force: false, json: false, ...options, out }, print),
  );
  const config = exitCode === undefined ? JSON.parse(await readFile(out, 'utf8')) : undefined;
  if (config) expect(checkConfig(config, catalogue).problems).toBeUndefined();
  return { config, text: lines.join('\n'), message, exitCode };
}

describe('consentry migrate', () => {
  it('makes of a vanilla-cookieconsent page and its config one that is right, with the site’s own words', async () => {
    const { config, text } = await run({
      'shop.html': page(
        '<script src="cookieconsent.umd.js"></script>',
        `<script type="text/plain" data-category="analytics" data-service="ga" src="https://www.googletagmanager.com/gtag/js?id=G-ABCD1234"></script>
         <script type="text/plain" data-category="ads">!function(){var t=document.createElement('script');t.src='https://connect.facebook.net/en_US/fbevents.js'}(); fbq('init', '1234567890');</script>`,
        'fr',
      ),
      'setup.js': `import * as CookieConsent from 'vanilla-cookieconsent';
        const day = 1;
        CookieConsent.run({
          revision: 2,
          cookie: { name: 'shop_cookies', expiresAfterDays: 150, domain: '.shop.example' },
          onConsent: () => track(),
          categories: {
            necessary: { readOnly: true },
            analytics: { services: { ga: { label: 'Google Analytics', onAccept() {} }, inhouse: { cookies: [{ name: '_own' }] } } },
            ads: { enabled: someVariable },
          },
          language: { default: 'fr', translations: {
            fr: { preferencesModal: { sections: [
              { title: 'Mesure <b>d’audience</b>', description: 'Les pages lues.<script>x</script>', linkedCategory: 'analytics' },
              { title: 'Publicité', linkedCategory: 'ads' },
            ] } },
            en: { preferencesModal: { sections: [{ title: 'Counting', description: 'Pages read.', linkedCategory: 'analytics' }] } },
          } },
        });`,
    });
    expect(config).toMatchObject({
      site: 'shop',
      languages: ['fr', 'en'],
      regime: { grantDays: 150, denyDays: 150 },
      cookie: { domain: 'shop.example' },
      dialect: {
        of: 'vanilla-cookieconsent',
        categories: {
          necessary: 'necessary',
          analytics: 'analytics',
          ads: 'marketing',
          ga: 'google-analytics',
          inhouse: 'analytics',
        },
        stored: { kind: 'cookie', name: 'shop_cookies' },
        revision: 2,
      },
    });
    expect(config.purposes.necessary.exempt).toBe(true);
    expect(config.purposes.analytics).toMatchObject({
      label: { fr: 'Mesure d’audience', en: 'Counting' },
      description: { fr: 'Les pages lues.', en: 'Pages read.' },
    });
    expect(config.purposes.marketing.label).toEqual({ fr: 'Publicité', en: 'Advertising' });
    // Its tags stay where they are, so nothing of ours loads it a second time.
    expect(config.vendors['google-analytics']).toMatchObject({ adapter: false, purposes: ['analytics'] });
    expect(config.vendors['meta-pixel']).toMatchObject({ adapter: false, purposes: ['marketing'] });
    expect(text).toContain('google-analytics: its tags stay in the pages as they are, and wait there.');
    expect(text).toContain('inhouse: nobody knows whose it is, so it follows its purpose.');
    expect(text).toContain('what it stores (_own)');
    expect(text).toMatch(/setup\.js: CookieConsent\.run\(\) onConsent: is not a literal, and was not run/);
    expect(text).toContain('categories.ads.enabled: is not a literal');
  });

  it('makes of Klaro’s own published example a config that is right', async () => {
    const file = createRequire(import.meta.url).resolve('klaro/dist/config.js');
    const { config, text } = await run({ 'config.js': await readFile(file, 'utf8') }, { site: 'demo' });
    expect(config).toMatchObject({ site: 'demo', languages: ['de', 'en'], notice: { url: '/#privacy' } });
    expect(config.purposes.analytics.label).toEqual({ de: 'Besucher-Statistiken', en: 'Analytics' });
    expect(config.dialect.categories).toMatchObject({
      ...{ matomo: 'matomo', youtube: 'youtube', intercom: 'intercom', adsense: 'google-adsense' },
      ...{ camera: 'security', cloudflare: 'necessary', analytics: 'analytics' },
    });
    expect(config.regime).toEqual({ grantDays: 365, denyDays: 365 });
    expect(config.dialect.stored).toBeUndefined();
    expect(text).toContain('services.2.callback: is not a literal');
  });

  it('reads Klaro’s older names, its own storage and constants of the same file', async () => {
    const { config, text } = await run({
      'k.js': `const name = 'mine'; window.klaroConfig = { storageMethod: 'localStorage', storageName: name,
        apps: [{ name: 'hotjar', title: 'Hotjar', purposes: ['stats'], contextualConsentOnly: true }] };`,
    });
    expect(config.dialect).toEqual({
      of: 'klaro',
      categories: { stats: 'analytics', hotjar: 'hotjar' },
      stored: { kind: 'localStorage', name: 'mine' },
    });
    expect(text).toContain('contextualConsentOnly');
  });

  it('makes of Orejime’s groups purposes, and of what is in its templates vendors', async () => {
    const { config } = await run({
      'a.html': page(
        `<script>window.orejimeConfig = { privacyPolicyUrl: '/privacy', cookie: { name: 'choix', duration: 90 }, purposes: [
          { id: 'measure', title: 'Mesure', description: 'Pages lues', purposes: [
            { id: 'matomo', title: 'Matomo', cookies: ['_pk_id', /^_pk_/] }, { id: 'own-count', title: 'Compteur' } ] },
          { id: 'session', title: 'Session', isMandatory: true },
          { id: 'google-tag-manager', title: 'Balises' },
          { id: 'film', title: 'Vidéos' } ] };</script>`,
        '<template data-purpose="film"><iframe src="https://www.youtube-nocookie.com/embed/abc"></iframe></template>',
        'fr',
      ),
    });
    expect(config).toMatchObject({
      languages: ['fr'],
      notice: { url: '/privacy' },
      regime: { grantDays: 90, denyDays: 90 },
      purposes: {
        measure: { label: { fr: 'Mesure' }, description: { fr: 'Pages lues' } },
        session: { exempt: true },
      },
      vendors: { matomo: { purposes: ['measure'] }, youtube: { purposes: ['film'] } },
      dialect: {
        of: 'orejime',
        categories: {
          measure: 'measure',
          matomo: 'matomo',
          'own-count': 'measure',
          'google-tag-manager': 'google-tag-manager',
          session: 'session',
          film: 'film',
        },
        stored: { kind: 'cookie', name: 'choix' },
      },
    });
  });

  it('has adapters load what tarteaucitron loaded, and takes over no yes that nobody gave', async () => {
    const { config, text } = await run({
      'a.html': page(
        `<script src="/tarteaucitron/tarteaucitron.js"></script><script>
          tarteaucitron.init({ privacyUrl: '/privacy', cookieName: 'choices', highPrivacy: true });
          tarteaucitron.user.gtagUa = 'G-SHOP1234'; tarteaucitron.user.gtagMore = function () {};
          (tarteaucitron.job = tarteaucitron.job || []).push('gtag');
          (tarteaucitron.job = tarteaucitron.job || []).push('matomo');
          tarteaucitron.services.own = { key: 'own', type: 'analytic', name: 'Our counter', needConsent: false, js: function () {} };
          (tarteaucitron.job = tarteaucitron.job || []).push('own');
        </script>`,
      ),
    });
    expect(config.vendors['google-analytics'].options).toEqual({ measurementId: 'G-SHOP1234' });
    expect(config.dialect).toEqual({
      of: 'tarteaucitron',
      categories: {
        gtag: 'google-analytics',
        matomo: 'matomo',
        own: 'analytics',
      },
      stored: { kind: 'cookie', name: 'choices' },
      implied: ['matomo', 'own'],
    });
    expect(text).toContain('matomo: nothing loads it yet.');
    expect(text).toContain('matomo, own: a stored yes is not taken over');
    // What is no id of the kind that the adapter takes would make a wrong config.
    const old = await run({
      'c.html': page(
        `<script>tarteaucitron.user.gtagUa = 'UA-1'; tarteaucitron.user.matomoId = 7; tarteaucitron.user.matomoHost = 'https://stats.example/';
         for (const each of []) ; (tarteaucitron.job = tarteaucitron.job || []).push('gtag'); tarteaucitron.job.push('matomo');</script>`,
      ),
    });
    expect(old.text).toContain('google-analytics: nothing loads it yet.');
    expect(old.config.vendors.matomo.options).toEqual({ siteId: '7', host: 'https://stats.example/' });
    const implied = await run({
      'b.html': page(
        `<script>tarteaucitron.init({ highPrivacy: false }); (tarteaucitron.job = tarteaucitron.job || []).push('gtag');</script>`,
      ),
    });
    expect(implied.config.dialect.implied).toEqual(['gtag']);
  });

  it('knows Cookiebot’s and OneTrust’s pages by their scripts and their marks', async () => {
    const cookiebot = await run({
      'a.html': page(
        '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x"></script>',
        `<script type="text/plain" data-cookieconsent="statistics" src="https://static.hotjar.com/c/hotjar-1.js"></script>
         <iframe data-cookieconsent="marketing" data-cookieblock-src="https://www.youtube.com/embed/x"></iframe>`,
      ),
    });
    expect(cookiebot.config.dialect).toEqual({
      of: 'cookiebot',
      categories: {
        ...{ necessary: 'necessary', preferences: 'functional' },
        ...{ statistics: 'analytics', marketing: 'marketing' },
      },
    });
    expect(cookiebot.config.vendors).toMatchObject({
      hotjar: { adapter: false, purposes: ['analytics'] },
    });
    expect(cookiebot.config.vendors).toHaveProperty('youtube');
    const onetrust = await run({
      'a.html': page(
        '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js"></script>',
        `<script type="text/plain" class="optanon-category-C0002-OWN1" src="https://static.hotjar.com/c/hotjar-1.js"></script>`,
      ),
    });
    expect(onetrust.config.dialect.categories).toEqual({
      ...{ C0001: 'necessary', C0002: 'analytics', C0003: 'functional', C0004: 'marketing', OWN1: 'own1' },
    });
    expect(onetrust.config.vendors.hotjar.purposes).toEqual(['analytics', 'own1']);
    expect(onetrust.text).toContain('Compare with your groups.');
  });

  it('runs nothing that it reads, and is not confused by what it cannot read', async () => {
    const { config, text } = await run({
      'evil.js': `globalThis.migrated = true; require('fs').writeFileSync('/tmp/never', '');
        var klaroConfig = { ...others, [key]: 1, "__proto__": { polluted: true }, services: [
          { name: 'hotjar', purposes: ['stats'] }, { name: make(), purposes: ['stats'] }, { name: \`a\${b}\`, purposes: [] } ] };`,
      'broken.js': 'var = 3;',
    });
    expect((globalThis as { migrated?: boolean }).migrated).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(config.dialect.categories).toEqual({ stats: 'analytics', hotjar: 'hotjar' });
    expect(text).toContain('services.1.name: is not a literal');
    expect(text).toMatch(/broken\.js: has a script that cannot be parsed/);
  });

  it('ends with 1 where there is nothing that it knows, and with 2 when it was called wrongly', async () => {
    const nothing = await run({ 'a.html': page('<script>var x = 1</script>') });
    expect(nothing).toMatchObject({ exitCode: 1 });
    expect(nothing.message).toContain('There is nothing of a consent manager');
    expect(await run({})).toMatchObject({ exitCode: 2 });
    expect((await run({ 'a.js': '1' }, { from: 'klaros' })).message).toContain('--from: is "klaros"');
    const both = {
      'a.js': `var klaroConfig = { services: [{ name: 'a', purposes: ['b'] }] }`,
      'b.js': `window.orejimeConfig = { purposes: [{ id: 'a', title: 'A' }] }`,
    };
    const two = await run(both);
    expect(two).toMatchObject({ exitCode: 2 });
    expect(two.message).toContain('klaro, orejime. Say which with --from.');
    expect((await run(both, { from: 'orejime' })).config.dialect.of).toBe('orejime');
  });

  it('says what it did as one JSON object', async () => {
    const { text } = await run(
      { 'k.js': `var klaroConfig = { services: [{ name: 'hotjar', purposes: ['stats'], callback() {} }] }` },
      { json: true },
    );
    expect(JSON.parse(text)).toMatchObject({
      from: 'klaro',
      purposes: ['analytics'],
      vendors: ['hotjar'],
      stayInPages: ['hotjar'],
      unknown: [],
      notLiteral: [expect.stringContaining('services.0.callback')],
    });
  });
});
