import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { chromium } from 'playwright';
import { chromiumArgs, find } from '../support/browsers.mjs';
import { FAIR_CONFIG, judgeAppearance, judgeBehaviour, judgeLook } from '../support/unfair-site.js';

// One engine is enough for what is measured here: the rules are the same, and the other stories see the other engines.
/** For every change, one of a few that are alike; all of them with `npm run test:long`. */
const some = <T>(all: readonly T[], every: number): readonly T[] =>
  process.env.LONG ? all : all.filter((_, i) => i % every === 0);
/** What takes half a minute and has a shorter test beside it; with `npm run test:long`. */
const longTest = process.env.LONG ? test : () => {};
// Side by side, so that no other file waits for this one.
test.describe.configure({ timeout: 120_000, mode: 'parallel' });

let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: find('chromium') ?? '', args: chromiumArgs });
  folder = await mkdtemp(join(tmpdir(), 'consentry-fairness-'));
});
test.afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** `consentry check --ui` of a config, as somebody runs it. */
async function check(config: object, { css = '', json = false } = {}) {
  const file = join(folder, 'consentry.json');
  await writeFile(file, JSON.stringify(config));
  const args = ['packages/cli/dist/consentry.js', 'check', '--ui', file];
  if (css) {
    await writeFile(join(folder, 'site.css'), css);
    args.push('--css', join(folder, 'site.css'));
  }
  if (json) args.push('--json');
  const child = spawn(process.execPath, args, {
    env: { ...process.env, CONSENTRY_CHROMIUM: find('chromium') ?? '' },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exitCode, out, err };
}

test('the banner as it comes is fair, in both languages, on a phone and a desktop, in light and dark', async () => {
  const { exitCode, out, err } = await check(FAIR_CONFIG);
  expect(err).toBe('');
  for (const language of ['en', 'ja'])
    for (const width of [390, 1280])
      for (const scheme of ['light', 'dark'])
        expect(out).toMatch(
          new RegExp(
            `${language} ${width} px ${scheme}: deny (\\d+ × \\d+) px, label (\\d+\\.\\d:1); allow \\1 px, label \\2; choose`,
          ),
        );
  expect(out).toContain('denying is as easy as allowing.');
  expect(exitCode).toBe(0);
});

longTest('the banner that tells of what runs until denied is fair too', async () => {
  const { exitCode, out, err } = await check(
    { ...FAIR_CONFIG, languages: ['en'], regime: { model: 'opt-out' } },
    { json: true },
  );
  expect(err).toBe('');
  const { fair, findings, figures } = JSON.parse(out);
  expect({ fair, findings, exitCode }).toEqual({ fair: true, findings: [], exitCode: 0 });
  // It is on, and the switch says so: no tick that anybody would have to find.
  expect(figures.behaviour.preTicked).toContain('Measuring visits');
  expect(figures.looks[0].actions[0].label).toBe('Stop all');
});

longTest('a page that is loaded anew when it is allowed is measured all the same', async () => {
  expect((await judgeBehaviour(browser, { gate: { layer: 'strict' } })).codes).toEqual([]);
});

test.describe('the look is fair', () => {
  for (const theme of ['ink', 'paper', 'harbour', 'moss', 'contrast'] as const)
    test(`of the theme ${theme}`, async () => {
      expect(await judgeAppearance(browser, { theme }, [390])).toEqual([]);
    });
  for (const layout of ['bar', 'modal'] as const)
    test(`of the layout ${layout}`, async () => {
      expect(await judgeAppearance(browser, { layout }, [390, 1280])).toEqual([]);
    });
});

test.describe('refuses with the measured figures', () => {
  const oneLanguage = { ...FAIR_CONFIG, languages: ['en'] };

  test('colours that make labels pale', async () => {
    const appearance = { colors: { accent: '#f2c14e', 'on-accent': '#fff' } };
    const { exitCode, out, err } = await check({ ...oneLanguage, appearance });
    expect(out).toMatch(/unfair \(contrast\): The label of deny has 1\.6:1 .* From appearance\.colors\./);
    expect(err).toContain('unfair.');
    expect(exitCode).toBe(1);
  });

  longTest('a style sheet of the site that does the same, unless the config acknowledges it', async () => {
    const css = ':root { --consentry-accent: #f2c14e; --consentry-on-accent: #fff; }';
    const appearance = { acknowledge: ['contrast'] };
    const { exitCode, out } = await check({ ...oneLanguage, appearance }, { css });
    expect(out).toMatch(/acknowledged \(contrast\): The label of deny has 1\.6:1 .* From .*site\.css\./);
    expect(out).not.toContain('unfair (');
    expect(out).toContain('but for what is acknowledged.');
    expect(exitCode).toBe(0);
  });

  longTest('words that shame whoever refuses', async () => {
    const texts = { en: { banner: { deny: 'No thanks, I don’t care' } } };
    const { exitCode, out } = await check({ ...oneLanguage, texts });
    expect(out).toMatch(
      /unfair \(wording\): “No thanks, I don’t care” makes it embarrassing to refuse .* From texts\.en\.banner\.deny\./,
    );
    expect(exitCode).toBe(1);
  });

  longTest('a text so long that nobody sees the buttons', async () => {
    const texts = {
      en: { banner: { ask: `We would like to {purposes}. ${'We have much to say. '.repeat(80)}` } },
    };
    const { exitCode, out } = await check({ ...oneLanguage, texts });
    expect(out).toMatch(/unfair \(visible\): Of deny, 0 % is seen without scrolling; all of it has to be\./);
    expect(out).toMatch(/From texts\.en\./);
    expect(exitCode).toBe(1);
  });
});

test.describe('sees in a banner that a script has changed', () => {
  test('nothing, where the script changed nothing', async () => {
    expect(await judgeLook(browser, '')).toEqual([]);
  });

  for (const [what, change, codes] of some(
    [
      ['that allow is larger', 'allow.style.height = "70px"; deny.style.alignSelf = "center";', ['size']],
      ['that deny is in thin letters', 'deny.style.fontWeight = 400;', ['font']],
      [
        'that deny is only an outline',
        'deny.style.background = "none"; deny.style.color = "#1f2a44";',
        ['prominence', 'colour'],
      ],
      ['that deny is faded', 'deny.style.opacity = 0.55;', ['contrast', 'prominence', 'colour']],
      [
        'that allow is green and deny grey, equally bright',
        'allow.style.background = "#14803c"; deny.style.background = "#707070"; deny.style.border = allow.style.border = "0";',
        ['colour'],
      ],
      [
        'that one end of a gradient swallows the label',
        'deny.style.background = "linear-gradient(90deg, #1f2a44 60%, #f4f4f4 60%)";',
        ['contrast'],
      ],
      ['that deny is among the small print', 'root.querySelector("small").append(deny);', ['level']],
      [
        'that something is laid over deny',
        'const lid = document.createElement("i"); lid.style.cssText = "position:fixed;z-index:9"; const { left, top, width, height } = deny.getBoundingClientRect(); Object.assign(lid.style, { left: left + "px", top: top + "px", width: width + "px", height: height + "px" }); deny.parentElement.parentElement.append(lid);',
        ['visible'],
      ],
      [
        'that a link stands between the two',
        'const link = document.createElement("a"); link.href = "/"; link.textContent = "Read on"; link.style.cssText = "position:absolute"; deny.after(link);',
        ['tab-order'],
      ],
      ['that allow waits for an Enter', 'allow.focus();', ['focus']],
      ['that the keyboard does not reach deny', 'deny.tabIndex = -1;', ['tab-order']],
    ] as const,
    4,
  )) {
    test(what, async () => {
      expect(await judgeLook(browser, change)).toEqual(expect.arrayContaining([...codes]));
    });
  }
});

test.describe('sees what becomes of a visitor’s acts', () => {
  test('nothing unfair, where the site leaves them alone', async () => {
    expect((await judgeBehaviour(browser, {})).codes).toEqual([]);
  });

  longTest(
    'a first press on deny that does nothing, switches that are on already, and an Escape that allows',
    async () => {
      const change =
        'let presses = 0; root.addEventListener("click", (event) => { if (event.target === deny && !presses++) event.stopImmediatePropagation(); }, true);';
      const after = `
      setInterval(() => { for (const input of document.querySelector("consentry-preferences")?.shadowRoot.querySelectorAll("input") ?? []) input.checked = true; }, 5);
      addEventListener("keydown", ({ key }) => { if (key === "Escape") consentry.grant(); }, true);`;
      const { codes, messages } = await judgeBehaviour(browser, { change, after });
      expect([...new Set(codes)]).toEqual(expect.arrayContaining(['clicks', 'pre-ticked', 'close']));
      expect(messages).toContain(
        'Denying everything takes more than one press and allowing everything one press; both have to take the same.',
      );
      expect(messages).toContain('Escape in the banner decides on analytics, chat; closing is no answer.');
      expect(messages.find((message) => message.startsWith('Before any decision'))).toContain(
        'Measuring visits',
      );
    },
  );

  longTest('a denial that is forgotten at once, and one that is forgotten too soon', async () => {
    const before = 'document.cookie = "consentry=; Max-Age=0; Path=/; Secure";';
    expect((await judgeBehaviour(browser, { before })).codes).toEqual(['quiet']);
    const { messages } = await judgeBehaviour(browser, { regime: { denyDays: 3 }, quietDays: 10 });
    expect(messages).toEqual([
      'After a denial the banner is there again after 5 days, after 9 days; the config promises 10 days of quiet.',
    ]);
  });
});
