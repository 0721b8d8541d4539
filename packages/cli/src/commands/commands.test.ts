import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../test/support/run-command.js';
import { aConfig, createSiteFolder } from '../../../../test/support/site-folder.js';
import vectors from '../../../../test/vectors/receipt.json' with { type: 'json' };
import { build } from './build.js';
import { check } from './check.js';
import { verify } from './verify.js';

let folder: Awaited<ReturnType<typeof createSiteFolder>>;
beforeAll(async () => {
  folder = await createSiteFolder();
});
afterAll(() => folder.clear());

describe('consentry check', () => {
  it('says what a right config is made of', async () => {
    const { vendors } = aConfig();
    const file = await folder.write(
      'right.json',
      aConfig({ vendors: { ...vendors, brevo: { ...vendors.brevo, enabled: false } } }),
    );
    expect(await runCommand((print) => check(file, print))).toEqual({
      lines: [`${file} is right: 3 purposes, 1 vendor (1 off), languages en.`],
    });
  });

  it('says what services are told of mails, what they cannot be told, and what nobody carries', async () => {
    const mail = (label: string) => ({ label, phrase: label, channel: 'email' });
    const { purposes } = aConfig();
    const file = await folder.write(
      'mail.json',
      aConfig({
        purposes: { ...purposes, news: mail('News'), opens: mail('Opens'), tips: mail('Tips') },
        connectors: {
          brevo: {
            keyFrom: 'A',
            purposes: { news: { as: 'newsletter', list: 7 }, opens: { as: 'tracking' } },
          },
          mailbluster: { keyFrom: 'B', purposes: { news: { as: 'newsletter' } } },
        },
      }),
    );
    const { lines, exitCode } = await runCommand((print) => check(file, print));
    expect(exitCode).toBeUndefined();
    expect(lines.join()).not.toContain('switches start on');
    expect(lines.slice(1)).toEqual([
      'Connector brevo carries news, opens; open and click tracking can be set for each person.',
      'Connector mailbluster carries news; open and click tracking cannot be set for each person.',
      'Note: purposes.tips happens in mails, and no connector carries it: it is asked and recorded only.',
    ]);
    const text = JSON.parse(await readFile(file, 'utf8'));
    await folder.write('mail.json', { ...text, regime: { model: 'opt-out' } });
    expect((await runCommand((print) => check(file, print))).lines).toContain(
      'Note: under "opt-out" switches start on, so saving the preferences grants what happens in mails too.',
    );
  });

  it('fails for a warning about the rules when asked to be strict, and not once it is acknowledged', async () => {
    const written = (regime: object) => folder.write('lax.json', aConfig({ regime }));
    const strictly = async () =>
      runCommand((print) => check(folder.path('lax.json'), print, { strict: true }));
    await written({});
    expect((await strictly()).exitCode).toBeUndefined();
    await written({ model: 'opt-out' });
    expect((await runCommand((print) => check(folder.path('lax.json'), print))).exitCode).toBeUndefined();
    expect(await strictly()).toMatchObject({ exitCode: 1, message: '1 warning is not acknowledged.' });
    await written({ model: 'opt-out', acknowledge: ['marketing-unasked'] });
    const meant = await strictly();
    expect(meant.exitCode).toBeUndefined();
    expect(meant.lines.join()).toContain('[marketing-unasked, acknowledged]');
    // Beside rules by place too, which no other rule may stand beside.
    const byPlace = { byPlace: true, places: { JP: { grantDays: 400 } } };
    await written(byPlace);
    expect((await strictly()).exitCode).toBe(1);
    await written({ ...byPlace, acknowledge: ['laxer-than-table'] });
    expect((await strictly()).exitCode).toBeUndefined();
    await written({ acknowledge: ['marketing-unaskd'] });
    expect((await strictly()).message).toContain('Did you mean "marketing-unasked"?');
  });

  it('tells what a notice lacks as warnings, and fails for them only when asked to', async () => {
    const document = {
      id: 'privacy',
      version: '1',
      languages: ['en'],
      changes: { announced: 'posting', reconsent: 'never' },
    };
    await folder.write('notice.json', document);
    const vendors = { 'google-analytics': { options: { measurementId: 'G-SHOP1' } } };
    const file = await folder.write(
      'noticed.json',
      aConfig({ vendors, notice: { document: 'notice.json' } }),
    );
    const { lines, exitCode } = await runCommand((print) => check(file, print));
    expect(exitCode).toBeUndefined();
    expect(lines[1]).toBe('Notice privacy, version 1, languages en.');
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^Warning: revisedOn: not stated; .*\[date\]$/),
      expect.stringMatching(
        /^Warning: config:vendors\.google-analytics\.optOut: not stated; .*\[tool-opt-out\]$/,
      ),
    ]);
    const strictly = await runCommand((print) => check(file, print, { strict: true }));
    expect(strictly.exitCode).toBe(1);
    expect(strictly.message).toBe('2 warnings are not acknowledged.');
    await folder.write('notice.json', { ...document, acknowledge: ['date', 'tool-opt-out'] });
    const known = await runCommand((print) => check(file, print, { strict: true }));
    expect(known.exitCode).toBeUndefined();
    expect(known.lines).toHaveLength(4);
  });

  it('ends with 1 and every mistake of a wrong one, and prints nothing else', async () => {
    const file = await folder.write('wrong.json', aConfig({ site: 'My Shop' }));
    const { lines, message, exitCode } = await runCommand((print) => check(file, print));
    expect(lines).toEqual([]);
    expect(message).toContain('site: is "My Shop"');
    expect(exitCode).toBe(1);
  });

  it('ends with 2 where there is no file', async () => {
    const { exitCode } = await runCommand((print) => check(folder.path('nothing.json'), print));
    expect(exitCode).toBe(2);
  });
});

describe('consentry build', () => {
  it('writes the files, what they show, and a manifest of both', async () => {
    const { receipts, ...config } = aConfig({ vendors: {} });
    const file = await folder.write('site.json', config);
    const out = folder.path('out/deep');
    const { lines, exitCode } = await runCommand((print) => build(file, out, print));
    expect(exitCode).toBeUndefined();
    const manifest = JSON.parse(await readFile(`${out}/manifest.json`, 'utf8'));
    expect(manifest.site).toBe('shop');
    expect(manifest.files).toHaveLength(11);
    for (const { name, bytes, integrity } of manifest.files) {
      const content = await readFile(`${out}/${name}`);
      expect(content.length).toBe(bytes);
      expect(integrity).toBe(`sha256-${createHash('sha256').update(content).digest('base64')}`);
      expect(lines.filter((line) => line.endsWith(name))).toHaveLength(1);
    }
    expect((await readdir(out)).sort()).toEqual(
      [...manifest.files.map(({ name }: { name: string }) => name), 'manifest.json', 'shown'].sort(),
    );
    expect((await readdir(`${out}/shown`)).sort()).toEqual(
      manifest.shown.map((hash: string) => `${hash}.json`).sort(),
    );
    for (const line of lines) expect(line).toMatch(/^ +\d+ bytes brotli {2}/);
  }, 60_000);

  it('writes the notice that the banner leads to, where the site has no address of its own for it', async () => {
    await folder.write('notice.json', { id: 'privacy', version: '1', languages: ['en'] });
    const { receipts, ...config } = aConfig({ vendors: {}, notice: { document: 'notice.json' } });
    const file = await folder.write('noticed.json', config);
    const out = folder.path('noticed');
    const { lines } = await runCommand((print) => build(file, out, print));
    expect(lines.at(-1)).toContain(`leads to /consentry/notice/: serve ${out}/notice there`);
    const { notice, files } = JSON.parse(await readFile(`${out}/manifest.json`, 'utf8'));
    expect((await readdir(`${out}/notice`)).sort()).toEqual(
      notice.map(({ name }: { name: string }) => name).sort(),
    );
    for (const { name, bytes, integrity } of notice) {
      const content = await readFile(`${out}/notice/${name}`);
      expect(content.length).toBe(bytes);
      expect(integrity).toBe(`sha256-${createHash('sha256').update(content).digest('base64')}`);
    }
    const [banner] = files.filter(({ name }: { name: string }) => name.startsWith('consentry-banner.en'));
    const [, page = ''] =
      /"(\/consentry\/notice\/[^"]+)"/.exec(await readFile(`${out}/${banner.name}`, 'utf8')) ?? [];
    expect(notice.map(({ name }: { name: string }) => `/consentry/notice/${name}`)).toContain(page);

    const own = await folder.write('own.json', {
      ...config,
      notice: { document: 'notice.json', url: '/privacy' },
    });
    await runCommand((print) => build(own, folder.path('own'), print));
    expect(await readdir(folder.path('own'))).not.toContain('notice');
  }, 60_000);

  it('writes the same bytes for the same config, each time', async () => {
    await folder.write('notice.json', { id: 'privacy', version: '1', languages: ['en'] });
    const file = await folder.write('same.json', aConfig({ notice: { document: 'notice.json' } }));
    const folders = [folder.path('first'), folder.path('second')] as const;
    for (const out of folders) await runCommand((print) => build(file, out, print, { inline: true }));
    const [names, others] = await Promise.all(folders.map((out) => readdir(out, { recursive: true })));
    expect(names?.sort()).toEqual(others?.sort());
    const written = names?.filter((name) => /\.\w+$/.test(name)) ?? [];
    expect(written.length).toBeGreaterThan(10);
    for (const name of written)
      expect(await readFile(`${folders[0]}/${name}`, 'utf8'), name).toBe(
        await readFile(`${folders[1]}/${name}`, 'utf8'),
      );
  }, 60_000);

  it('writes nothing of a wrong config', async () => {
    const file = await folder.write('wrong.json', aConfig({ site: 'My Shop' }));
    const { exitCode, lines } = await runCommand((print) => build(file, folder.path('none'), print));
    expect(exitCode).toBe(1);
    expect(lines).toEqual([]);
    await expect(readdir(folder.path('none'))).rejects.toThrow('ENOENT');
  });

  it('ends with 1 where the widget does not speak a language', async () => {
    const file = await folder.write('klingon.json', aConfig({ languages: ['tlh'], vendors: {} }));
    const { exitCode, message } = await runCommand((print) => build(file, folder.path('none'), print));
    expect(exitCode).toBe(1);
    expect(message).toMatch(/^There are no texts in "tlh" yet\. There are en, .*\bfr, .*zh-Hant\.$/);
  });
});

describe('consentry verify', () => {
  const [good] = vectors.cases;
  const verifying = async (receipt: unknown, keys: unknown = { keys: vectors.trustedKeys }) => {
    const file = await folder.write('receipt.json', receipt);
    const keysFile = keys === undefined ? undefined : await folder.write('keys.json', keys);
    return { file, ...(await runCommand((print) => verify(file, keysFile, print))) };
  };

  it('says of a genuine receipt who signed it, when, and what was decided', async () => {
    const { file, lines, exitCode } = await verifying(good?.receipt);
    expect(exitCode).toBeUndefined();
    const receipt = good?.receipt as unknown as {
      issuer: string;
      receivedAt: string;
      record: { id: string };
    };
    expect(lines[0]).toBe(`${file} is genuine: ${receipt.issuer} signed it.`);
    expect(lines).toContain(`Record     ${receipt.record.id}`);
    expect(lines).toContain(`Received   ${receipt.receivedAt}`);
    expect(lines.some((line) => /^Status {5}\w+: \w+$/.test(line))).toBe(true);
  });

  it.each(vectors.cases.map(({ name, receipt, expected }) => [name, receipt, expected] as const))(
    'judges the frozen case "%s" as it was',
    async (_, receipt, expected) => {
      const { exitCode, lines, message, file } = await verifying(receipt);
      const { ok, code } = expected as { ok: boolean; code?: string };
      expect(exitCode).toBe(ok ? undefined : 1);
      if (ok) expect(lines[0]).toContain('is genuine');
      else {
        expect(message.startsWith(`${file}: ${code}: `)).toBe(true);
        expect(lines).toEqual([]);
      }
    },
  );

  it('names an altered record and an unknown key', async () => {
    const altered = structuredClone(good?.receipt) as unknown as {
      record: { choices: Record<string, string> };
    };
    altered.record.choices = { analytics: 'deny' };
    expect((await verifying(altered)).message).toContain(
      ': altered: The record is not the one its hash names.',
    );
    const unknown = await verifying(good?.receipt, { keys: [] });
    expect(unknown.message).toContain(': unknown-key: ');
    expect(unknown.exitCode).toBe(1);
  });

  it('believes nothing without keys, and says where they are', async () => {
    const { file } = await verifying(good?.receipt);
    const { message, exitCode } = await runCommand((print) => verify(file, undefined, print));
    expect(message).toContain(': unknown-key: ');
    expect(message).toContain('Name the keys you trust with --keys');
    expect(exitCode).toBe(1);
  });

  it('ends with 2 for files that are not there, or hold no keys, and with 1 for what is not JSON', async () => {
    const missing = await runCommand((print) => verify(folder.path('no-receipt.json'), undefined, print));
    expect(missing.exitCode).toBe(2);
    expect((await verifying(good?.receipt, {})).exitCode).toBe(2);
    expect((await verifying('{"record":')).exitCode).toBe(1);
    expect((await verifying('{"record":')).message).toContain('is not JSON');
  });
});
