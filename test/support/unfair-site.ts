import { buildSite, loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import type { Browser } from 'playwright';
import type { Figures, LookFigures, View } from '../../packages/cli/src/fairness/figures.js';
import { measureBehaviour } from '../../packages/cli/src/fairness/measure-behaviour.js';
import { measureLook } from '../../packages/cli/src/fairness/measure-look.js';
import { judge, type RuleCode } from '../../packages/cli/src/fairness/rules.js';

const VIEW: View = { language: 'en', width: 390, scheme: 'light' };
const catalogue = loadCatalogue();
/** Figures with nothing unfair in them, of which a test measures one part. */
const FAIR: Figures = {
  model: 'opt-in',
  looks: [],
  wording: [],
  behaviour: {
    clicksToDeny: 1,
    clicksToAllow: 1,
    preTicked: [],
    closings: [],
    quietDays: 0,
    askedAgainAfter: [],
  },
};

/** Two purposes of a page, one without a vendor of its own. */
export const FAIR_CONFIG: ConsentryConfig = {
  site: 'shop',
  languages: ['en', 'ja'],
  purposes: {
    site: { label: 'Running this site', exempt: true },
    analytics: { label: { en: 'Measuring visits', ja: 'アクセスの測定' } },
    chat: { label: 'Chat', phrase: { en: 'answer in a chat by {vendors}', ja: '{vendors}で質問に答え' } },
  },
  vendors: {
    'google-analytics': { options: { measurementId: 'G-SHOP1' } },
    brevo: { options: { clientKey: 'shop-client-key' }, purposes: ['chat'] },
  },
};

/** Runs `change` with the banner's root and its two buttons as soon as they are there, and whenever they are anew. */
function onBanner(change: string): string {
  return `
    setInterval(() => {
      const root = document.querySelector('consentry-banner')?.shadowRoot;
      const [deny, allow] = ['deny', 'allow'].map((name) => root?.querySelector('[name=' + name + ']'));
      if (!deny || !allow || deny.seen) return;
      deny.seen = true;
      ${change}
    }, 5);`;
}

async function siteWith(before: string, after: string, changes: Partial<ConsentryConfig> = {}) {
  const { files } = await buildSite({ ...FAIR_CONFIG, languages: ['en'], ...changes }, await catalogue);
  const meddled = files.map((file) =>
    file.name === 'consentry.js' ? { ...file, content: `${before}\n${file.content}\n${after}` } : file,
  );
  return { files: meddled, css: [] };
}

/** What is unfair about the look of a banner that a script of the site has changed. */
export async function judgeLook(browser: Browser, change: string): Promise<RuleCode[]> {
  const site = await siteWith('', onBanner(change));
  const look = await measureLook(browser, site, VIEW);
  return [...new Set(judge({ ...FAIR, looks: [look] }).map(({ code }) => code))];
}

/** What is unfair about the look of a banner with this appearance, in light and dark. */
export async function judgeAppearance(
  browser: Browser,
  appearance: NonNullable<ConsentryConfig['appearance']>,
  widths: readonly number[],
): Promise<string[]> {
  const site = await siteWith('', '', { appearance });
  const looks: LookFigures[] = [];
  for (const width of widths)
    for (const scheme of ['light', 'dark'] as const)
      looks.push(await measureLook(browser, site, { ...VIEW, width, scheme }));
  // What was looked at has to have been there.
  if (looks.some(({ actions }) => actions.length < 3))
    throw new Error('A banner had fewer than three actions.');
  return judge({ ...FAIR, looks }).map(({ message }) => message);
}

/** The same of what a banner does, where scripts of the site run before and after Consentry's. */
export async function judgeBehaviour(
  browser: Browser,
  {
    before = '',
    after = '',
    change = '',
    regime = {},
    gate = {},
    quietDays = 180,
  }: {
    before?: string;
    after?: string;
    change?: string;
    regime?: NonNullable<ConsentryConfig['regime']>;
    gate?: NonNullable<ConsentryConfig['gate']>;
    quietDays?: number;
  },
): Promise<{ codes: RuleCode[]; messages: string[] }> {
  const site = await siteWith(before, after + onBanner(change), { regime, gate });
  const ids = ['analytics', 'chat'];
  const behaviour = await measureBehaviour(browser, { site, view: VIEW, ids, quietDays });
  const findings = judge({ ...FAIR, behaviour });
  return { codes: findings.map(({ code }) => code), messages: findings.map(({ message }) => message) };
}
