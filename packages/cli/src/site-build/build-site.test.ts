import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { type ConsentryConfig, parseConfig } from '@consentry/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { aConfig } from '../../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { buildSite, type SiteBuild } from './build-site.js';
import { bundle } from './bundle.js';
import { literal } from './file-list.js';

const HOSTILE = '</script><script>alert(1)</script><!--';
let catalogue: Catalogue;
let whole: SiteBuild;
let again: SiteBuild;
let reduced: SiteBuild;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const all = ({ files }: SiteBuild) => files.map(({ content }) => content).join('\n');
const part = ({ files }: SiteBuild, name: string) => {
  const found = files.find(
    (file) => file.name === name || (file.name.startsWith(`consentry-${name}.`) && file.name.endsWith('.js')),
  );
  if (!found) throw new Error(`There is no ${name} in ${files.map((file) => file.name)}.`);
  return found;
};

/** A config as it comes out of a file, where `__proto__` is a key like any other. */
function configWith(changes: object): ConsentryConfig {
  const text = JSON.stringify(aConfig(changes)).replace('"proto-key"', '"__proto__"');
  const { config, problems } = parseConfig(text, catalogue);
  if (!config) throw new Error(JSON.stringify(problems));
  return config;
}

beforeAll(async () => {
  catalogue = await loadCatalogue();
  const config = configWith({
    purposes: { ...aConfig().purposes, analytics: { label: HOSTILE, description: '\u2028 $ { x } `' } },
    vendors: {
      'google-analytics': {
        options: { measurementId: 'G-SHOP1', config: { 'proto-key': { polluted: true } } },
        name: HOSTILE,
      },
      brevo: { options: { clientKey: 'shop-client-key' } },
    },
  });
  const { 'google-analytics': google, brevo } = config.vendors;
  [whole, again, reduced] = await Promise.all([
    buildSite(config, catalogue),
    buildSite(structuredClone(config), catalogue),
    buildSite(
      { ...config, vendors: { 'google-analytics': { ...google, enabled: false }, brevo: brevo ?? {} } },
      catalogue,
    ),
  ]);
}, 60_000);

describe('the build of a site', () => {
  it('looks for drift only where the config says so, and no visitor downloads a byte for it elsewhere', async () => {
    const build = await buildSite({ ...configWith({}), drift: { ignore: ['cdn.example'] } }, catalogue);
    const drifting = (site: SiteBuild) =>
      site.files.filter(({ name }) => name.startsWith('consentry-drift.'));
    expect(drifting(build)).toHaveLength(1);
    expect(part(build, 'drift').content).toContain('cdn.example');
    expect(part(build, 'release').content).toContain('"drift"');
    expect(drifting(whole)).toEqual([]);
    expect(all(whole)).not.toMatch(/drift/);
    // The name of the release file is all that differs in the boot, of which the minifier chooses letters by frequency.
    const without = await buildSite(configWith({}), catalogue);
    const boot = (site: SiteBuild) => part(site, 'consentry.js').content.length;
    expect(boot(build)).toBe(boot(without));
  });

  it('counts banners that are shown only where the config says so', async () => {
    const receipts = { endpoint: '/consentry/records' };
    const [silent, counting] = await Promise.all(
      [receipts, { ...receipts, countShown: true }].map((each) =>
        buildSite(configWith({ receipts: each }), catalogue),
      ),
    );
    const body = /keepalive/;
    expect(part(silent as SiteBuild, 'banner').content).not.toMatch(body);
    expect(part(counting as SiteBuild, 'banner').content).toMatch(body);
    expect(part(counting as SiteBuild, 'consentry.js').content.length).toBe(
      part(silent as SiteBuild, 'consentry.js').content.length,
    );
  }, 60_000);

  it('looks for places, and makes single vendors wait, only where the config wants it', async () => {
    const { brevo } = aConfig().vendors;
    const waiting = { brevo: { ...brevo, askFirst: true } };
    const [byPlace, asking, optIn] = await Promise.all(
      [
        { regime: { byPlace: true } },
        { regime: { model: 'notice' }, vendors: waiting },
        { vendors: waiting },
      ].map((changes) => buildSite(configWith(changes), catalogue)),
    );
    expect(part(whole, 'consentry.js').content).not.toMatch(/consentry-place|askFirst/);
    expect(part(whole, 'banner').content).not.toContain('asksFirst');
    expect(part(byPlace as SiteBuild, 'consentry.js').content).toContain('consentry-place');
    expect(part(byPlace as SiteBuild, 'consentry.js').content).not.toContain('askFirst');
    // In the definition, and in what heeds it.
    expect(part(asking as SiteBuild, 'consentry.js').content.match(/askFirst/g)).toHaveLength(2);
    expect(part(asking as SiteBuild, 'banner').content).toContain('asksFirst');
    expect(all(optIn as SiteBuild)).not.toMatch(/asks?First/);
  }, 60_000);

  it('keeps what is shown under every rule by its hash, and serves both in one file', async () => {
    const { files, shown } = await buildSite(configWith({ regime: { byPlace: true } }), catalogue);
    const banner = files.find(({ name }) => /^consentry-banner\.en\..*json$/.test(name));
    const content = JSON.parse(banner?.content ?? '');
    expect(content.texts.deny).toBe('Deny all');
    expect(content.running.texts.deny).toBe('Stop all');
    const said = Object.values(shown).map((text) => JSON.parse(text));
    const denials = said.filter(({ face }) => face === 'banner').map((each) => each.content.texts.deny);
    expect(denials.sort()).toEqual(['Deny all', 'Stop all']);
    expect(said.some((each) => each.content.running)).toBe(false);
    const hashes = Object.keys(shown).filter((hash) => JSON.parse(shown[hash] ?? '').face === 'banner');
    const code = all({ files, shown });
    for (const hash of hashes) expect(code).toContain(hash);
  }, 60_000);

  it('is the script of its pages, the stub, for its language what they load, and what its server has to know', () => {
    expect(whole.files.map(({ name }) => name.replace(/\.[\w]+\.js(on)?$/, '.#.js$1')).sort()).toEqual([
      'consentry-banner.#.js',
      'consentry-banner.en.#.json',
      'consentry-decide.#.js',
      'consentry-embeds.#.js',
      'consentry-embeds.en.#.json',
      'consentry-policy.json',
      'consentry-preferences.#.js',
      'consentry-preferences.en.#.json',
      'consentry-release.#.js',
      'consentry-stub.js',
      'consentry.js',
    ]);
  });

  it('is the same to the byte when it is made again', () => {
    expect(again).toEqual(whole);
  });

  it('has with every file the hash of its contents', () => {
    for (const { content, integrity } of whole.files) expect(integrity).toBe(`sha256-${sha256(content)}`);
    expect(new Set(whole.files.map(({ integrity }) => integrity)).size).toBe(whole.files.length);
  });

  it('names each lazy file by its hash where it is loaded', () => {
    const hashOf = (name: string) => sha256(part(whole, name).content);
    expect(part(whole, 'release').content).toContain(hashOf('decide'));
    expect(part(whole, 'consentry.js').content).toContain(hashOf('release'));
    expect(part(whole, 'consentry.js').content).toContain(hashOf('banner'));
    expect(part(whole, 'decide').content).toContain(hashOf('preferences'));
    for (const name of ['banner', 'decide', 'preferences', 'release']) {
      expect(part(whole, name).name).toContain(hashOf(name).slice(0, 9).replace(/\W/g, ''));
    }
  });

  it('keeps what is shown under the hash that records carry', () => {
    expect(Object.values(whole.shown).map((text) => JSON.parse(text).face)).toEqual([
      'banner',
      'preferences',
      'embeds',
    ]);
    for (const [hash, text] of Object.entries(whole.shown)) {
      expect(hash).toBe(`sha256-${Buffer.from(sha256(text), 'base64').toString('base64url')}`);
      expect(JSON.parse(text).content.language).toBe('en');
      // Where decisions are taken, which is where records get it from.
      expect(part(whole, 'decide').content).toContain(hash);
    }
  });

  it('has in the file that releases only the adapters that are in use', () => {
    const script = part(whole, 'release').content;
    expect(script).toContain('googletagmanager.com');
    expect(script).toContain('sendinblue-js');
    expect(script).toContain('shop-client-key');
    expect(script).not.toContain('MailBluster');
    const other = part(reduced, 'release').content;
    expect(other).toContain('sendinblue-js');
    expect(other).not.toContain('googletagmanager.com');
    expect(other.length).toBeLessThan(script.length);
  });

  it('lets vendors wait for others, and carries what makes them wait only where one does', async () => {
    const vendors = {
      'google-analytics': { options: { measurementId: 'G-SHOP1' } },
      brevo: { options: { clientKey: 'shop-client-key' }, after: 'google-analytics' },
    };
    const waiting = await buildSite(configWith({ vendors }), catalogue);
    const script = part(waiting, 'release').content;
    expect(script).toMatch(/brevo:\["google-analytics"\]/);
    const { after, ...brevo } = vendors.brevo;
    const plain = await buildSite(configWith({ vendors: { ...vendors, brevo } }), catalogue);
    // A listener for scripts that have loaded or failed is what waiting takes, and nothing else of it is there.
    expect(part(plain, 'release').content.split('"error"').length).toBe(script.split('"error"').length - 1);
    expect(after).toBe('google-analytics');
  }, 60_000);

  it('has nowhere a trace of a vendor that is turned off', () => {
    for (const trace of ['google-analytics', 'Google LLC', 'G-SHOP1']) {
      expect(all(whole)).toContain(trace);
      expect(all(reduced)).not.toContain(trace);
      expect(Object.values(reduced.shown).join()).not.toContain(trace);
    }
  });

  it('has new names for the files whose contents changed, and the old one for those that are the same', () => {
    const names = ({ files }: SiteBuild) => files.map(({ name }) => name);
    const content = names(whole).filter((name) => /(banner|preferences|embeds)\.en/.test(name));
    expect(content).toHaveLength(3);
    for (const name of content) expect(names(reduced)).not.toContain(name);
    expect(part(reduced, 'release').name).not.toBe(part(whole, 'release').name);
  });

  it('has no text in it that would end a script element or open a comment', () => {
    expect(Object.values(whole.shown).join()).toContain(HOSTILE);
    expect(all(whole)).toContain('alert(1)');
    // `<script` alone means nothing inside a script: it does so only after `<!--` (HTML, "script data double escaped").
    for (const { content } of whole.files) expect(content).not.toMatch(/<\/script|<!--/i);
  });

  it('asks Chromium to compile beside the page what is waited for, and nothing that stands in the page itself', () => {
    const scripts = whole.files.filter(({ name }) => name.endsWith('.js'));
    const hinted = scripts.filter(({ content }) => content.startsWith('//# allFunctionsCalledOnLoad\n'));
    const others = scripts.filter((file) => !hinted.includes(file));
    expect(others.map(({ name }) => name.replace(/\.[\w]+\.js$/, '.js')).sort()).toEqual([
      'consentry-embeds.js',
      'consentry-stub.js',
    ]);
  });

  it('is JavaScript in every file of the page', () => {
    for (const { name, content } of whole.files) {
      if (name.endsWith('.json')) continue;
      // A page without anything in it: the file is read, and fails at the first thing of a page that it needs.
      try {
        runInNewContext(content, {});
      } catch (error) {
        expect((error as Error).name, name).not.toBe('SyntaxError');
      }
    }
  });

  it('keeps a key __proto__ of the config a key', async () => {
    const value = JSON.parse(
      '{"__proto__": {"polluted": true}, "list": [{"__proto__": 1}], "text": "</script>"}',
    );
    const context: { result?: object } = {};
    runInNewContext(await bundle(`globalThis.result = ${literal(value)};`), context);
    expect(JSON.stringify(context.result)).toBe(JSON.stringify(value));
    expect(Object.keys(context.result ?? {})).toEqual(['__proto__', 'list', 'text']);
    expect((context.result as { polluted?: boolean }).polluted).toBeUndefined();
    expect(part(whole, 'release').content).toMatch(/\["__proto__"\]/);
  });

  it('knows nothing of vendors that work in mails, which the notice alone tells of', async () => {
    const { purposes } = aConfig();
    const opens = { label: 'Opens', phrase: 'see opens', channel: 'email' };
    const mail = {
      ...{ channel: 'email', purposes: ['opens'], adapter: 'brevo', name: 'Mail Company' },
      ...{ information: 'Whether a mail was opened', usedFor: 'Better mails' },
    };
    const config = configWith({ purposes: { ...purposes, opens }, vendors: { letters: mail } });
    const build = await buildSite(config, catalogue);
    const shown = Object.values(build.shown).join();
    for (const text of [all(build), shown]) {
      expect(text).toContain('opens');
      expect(text).not.toContain('letters');
      expect(text).not.toContain('Mail Company');
    }
    expect(all(build)).not.toContain('sibautomation');
  }, 60_000);
});
