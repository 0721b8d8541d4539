import { buildSite, loadCatalogue } from '@consentry/cli';
import type { ConsentryConfig } from '@consentry/config';
import type { Browser } from 'playwright-core';
import type { Figures, View } from '../../packages/cli/src/fairness/figures.js';
import { measureBehaviour } from '../../packages/cli/src/fairness/measure-behaviour.js';
import { measureLook } from '../../packages/cli/src/fairness/measure-look.js';
import { judge, type RuleCode } from '../../packages/cli/src/fairness/rules.js';

const VIEW: View = { language: 'en', width: 390, scheme: 'light' };
const LABELS = { deny: ['Deny all'], allow: ['Allow all'], choose: ['Choose'] };
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
      const [deny, allow] = root?.querySelectorAll('button') ?? [];
      if (!allow || deny.seen) return;
      deny.seen = true;
      ${change}
    }, 5);`;
}

async function siteWith(before: string, after: string, changes: Partial<ConsentryConfig> = {}) {
  const { files } = await buildSite({ ...FAIR_CONFIG, languages: ['en'], ...changes }, await loadCatalogue());
  const meddled = files.map((file) =>
    file.name === 'consentry.js' ? { ...file, content: `${before}\n${file.content}\n${after}` } : file,
  );
  return { files: meddled, css: [] };
}

/** What is unfair about the look of a banner that a script of the site has changed. */
export async function judgeLook(browser: Browser, change: string): Promise<RuleCode[]> {
  const site = await siteWith('', onBanner(change));
  const look = await measureLook(browser, site, VIEW, LABELS);
  return [...new Set(judge({ ...FAIR, looks: [look] }).map(({ code }) => code))];
}

/** The same of what a banner does, where scripts of the site run before and after Consentry's. */
export async function judgeBehaviour(
  browser: Browser,
  {
    before = '',
    after = '',
    change = '',
    regime = {},
    quietDays = 180,
  }: {
    before?: string;
    after?: string;
    change?: string;
    regime?: NonNullable<ConsentryConfig['regime']>;
    quietDays?: number;
  },
): Promise<{ codes: RuleCode[]; messages: string[] }> {
  const site = await siteWith(before, after + onBanner(change), { regime });
  const ids = ['analytics', 'chat'];
  const behaviour = await measureBehaviour(browser, { site, view: VIEW, ids, quietDays, labels: LABELS });
  const findings = judge({ ...FAIR, behaviour });
  return { codes: findings.map(({ code }) => code), messages: findings.map(({ message }) => message) };
}
