import { cookieKey } from '@consentry/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConfig, createSiteFolder } from '../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from './adapter-catalogue.js';
import { CommandError } from './command-error.js';
import { readConfigFile, readSite } from './config-file.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
let catalogue: Catalogue;
beforeAll(async () => {
  folder = await createSiteFolder();
  catalogue = await loadCatalogue();
});
afterAll(() => folder.clear());

async function refusal(file: string): Promise<CommandError> {
  const error = await readConfigFile(file, catalogue).catch((reason) => reason);
  expect(error).toBeInstanceOf(CommandError);
  return error;
}

/** Two ids whose keys in the cookie are the same; among a few thousand there are some. */
function collidingIds(): [string, string] {
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const id = `vendor-${i}`;
    const other = seen.get(cookieKey(id));
    if (other) return [other, id];
    seen.set(cookieKey(id), id);
  }
}

describe('a config file', () => {
  it('that is right is what it says', async () => {
    const file = await folder.write('right.json', aConfig());
    expect(await readConfigFile(file, catalogue)).toEqual(aConfig());
  });

  it('that is not there, or is a folder, was named wrongly', async () => {
    const missing = await refusal(folder.path('missing.json'));
    expect(missing.message).toBe(`${folder.path('missing.json')}: there is no such file.`);
    expect(missing.exitCode).toBe(2);
    const directory = await refusal(folder.path('.'));
    expect(directory.message).toContain('cannot be read (EISDIR)');
    expect(directory.exitCode).toBe(2);
  });

  it('has all its mistakes listed, each with its line and column', async () => {
    const text = [
      '{',
      '  "site": "shop",',
      '  "languages": ["en"],',
      '  "purposes": { "analytics": { "label": "M" } },',
      '  "vendors": { "google-analitics": {} },',
      '  "regime": { "model": "optin" }',
      '}',
    ].join('\n');
    const file = await folder.write(
      'wrong.json',
      text.replace('{ "model": "optin" }', '{ "model": "opt-in" }'),
    );
    const one = await refusal(file);
    expect(one.exitCode).toBe(1);
    expect(one.message).toMatch(
      /wrong\.json:5:\d+: vendors\.google-analitics: .*"google-analytics"\?\n1 mistake found\.$/,
    );
    await folder.write('wrong.json', aConfig({ languages: [], regime: { model: 'optin' } }));
    const two = await refusal(file);
    expect(two.message).toContain('Did you mean "opt-in"?');
    expect(two.message).toMatch(/\n2 mistakes found\.$/);
    for (const line of two.message.split('\n').slice(0, -1)) expect(line).toMatch(/wrong\.json:\d+:\d+: /);
  });

  it.each(['', '{', 'null', '[]', '{"site": "shop",}', '// comment\n{}'])(
    'that reads %j is refused',
    async (text) => {
      const { exitCode, message } = await refusal(await folder.write('odd.json', text));
      expect(exitCode).toBe(1);
      expect(message).toContain('odd.json:1:');
    },
  );

  it('whose ids would share a key in the cookie is refused', async () => {
    const [first, second] = collidingIds();
    const vendor = {
      adapter: false,
      purposes: ['analytics'],
      name: 'V',
      provider: 'V',
      information: 'I',
      usedFor: 'U',
    };
    const file = await folder.write('keys.json', aConfig({ vendors: { [first]: vendor, [second]: vendor } }));
    const { exitCode, message } = await refusal(file);
    expect(exitCode).toBe(1);
    expect(message).toContain(`"${second}" and "${first}" have the same short cookie key`);
    const alone = await folder.write('keys.json', aConfig({ vendors: { [first]: vendor } }));
    await expect(readConfigFile(alone, catalogue)).resolves.toBeDefined();
  });
});

describe('a notice document', () => {
  const mail = {
    ...{ channel: 'email', purposes: ['opens'], name: 'Brevo', provider: 'Brevo SAS' },
    ...{ information: 'Whether a mail was opened', usedFor: 'Better mails' },
  };
  const withNotice = (changes: object = {}) => {
    const { purposes } = aConfig();
    return aConfig({
      languages: ['en', 'de'],
      notice: { document: 'notice.json' },
      purposes: { ...purposes, opens: { label: 'Opens', phrase: 'Opens', channel: 'email' } },
      vendors: { 'brevo-mail': mail },
      ...changes,
    });
  };
  const right = { id: 'privacy', version: '1', languages: ['en'] };

  it('is read with its config; pages link to it and know nothing of vendors in mails', async () => {
    await folder.write('notice.json', right);
    const file = await folder.write('with-notice.json', withNotice());
    const { config, document } = await readSite(file, catalogue);
    expect(document).toEqual(right);
    expect(config.vendors).toEqual({ 'brevo-mail': mail });
    const page = await readConfigFile(file, catalogue);
    expect(page.vendors).toEqual({});
    const url = '/consentry/notice/privacy.en.html';
    expect(page.notice).toEqual({ document: 'notice.json', url: { en: url, de: url } });
  });

  it('is not linked to where the config names another page', async () => {
    await folder.write('notice.json', right);
    const file = await folder.write(
      'own-page.json',
      withNotice({ notice: { document: 'notice.json', url: '/privacy' } }),
    );
    expect((await readConfigFile(file, catalogue)).notice?.url).toBe('/privacy');
  });

  it('that is wrong or missing is a mistake, with its file, line and column', async () => {
    await folder.write('wrong-notice.json', '{\n  "id": "privacy",\n  "version": 1\n}');
    const named = (document: string) => folder.write('named.json', withNotice({ notice: { document } }));
    const { message, exitCode } = await refusal(await named('wrong-notice.json'));
    expect(message).toContain('wrong-notice.json:3:14: version: is 1; expected a string.');
    expect(message).toContain('2 mistakes found.');
    expect(exitCode).toBe(1);
    const missing = await refusal(await named('no-notice.json'));
    expect(missing.message).toMatch(
      /named\.json: notice\.document names .*no-notice\.json: there is no such file\.$/,
    );
    expect(await refusal(await named('/etc/notice.json')).then((error) => error.exitCode)).toBe(1);
  });
});

describe('an environment', () => {
  const YAML = 'site: shop-staging\nvendors:\n  brevo: null\n';

  it('has its own file laid over the config', async () => {
    const file = await folder.write('over/consentry.json', aConfig());
    await folder.write('over/consentry.staging.yaml', YAML);
    const config = await readConfigFile(file, catalogue, 'staging');
    expect(config.site).toBe('shop-staging');
    expect(Object.keys(config.vendors)).toEqual(['google-analytics']);
    expect((await readConfigFile(file, catalogue)).site).toBe('shop');
    expect((await readSite(file, catalogue, 'staging')).files).toHaveLength(2);
  });

  it('has its mistakes named in its own file', async () => {
    const file = await folder.write('wrong/consentry.json', aConfig());
    const overlay = await folder.write(
      'wrong/consentry.staging.yaml',
      'vendors:\n  brevo:\n    enabled: maybe\n',
    );
    const error = await readConfigFile(file, catalogue, 'staging').catch((reason) => reason);
    expect(error.message).toContain(`${overlay}:3:14: vendors.brevo.enabled`);
  });

  it.each([
    ['nowhere', 'there is no'],
    ['../staging', 'expected letters'],
    ['twice', 'are both there'],
  ])('that is "%s" is refused', async (environment, message) => {
    const file = await folder.write('refused/consentry.json', aConfig());
    for (const ending of ['json', 'yml']) await folder.write(`refused/consentry.twice.${ending}`, '{}');
    const error = await readConfigFile(file, catalogue, environment).catch((reason) => reason);
    expect(error).toBeInstanceOf(CommandError);
    expect(error.message).toContain(message);
    expect(error.exitCode).toBe(2);
  });
});

describe('a config in YAML', () => {
  it('is read like one in JSON, and so is its notice document', async () => {
    const file = await folder.write('yaml/consentry.yaml', JSON.stringify(aConfig()));
    expect(await readConfigFile(file, catalogue)).toEqual(aConfig());
    const wrong = await folder.write(
      'yaml/wrong.yml',
      'site: shop\nlanguages: [en]\npurposes: {}\nvendors: {}\n',
    );
    expect((await refusal(wrong)).message).toContain(`${wrong}:3:11: purposes`);
  });
});
