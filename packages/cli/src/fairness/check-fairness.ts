import { compileBanner, compilePreferences } from '@consentry/browser/compile-shown';
import type { ConsentryConfig } from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import type { Browser } from 'playwright-core';
import type { Catalogue } from '../adapter-catalogue.js';
import { buildSite } from '../site-build/build-site.js';
import { widgetTexts } from '../site-build/widget-texts.js';
import type { LookFigures, View, WordingFigures } from './figures.js';
import { measureBehaviour } from './measure-behaviour.js';
import { measureLook } from './measure-look.js';
import type { ActionLabels } from './read-actions.js';
import { createReport, type FairnessReport } from './report.js';
import { judge } from './rules.js';

/** A phone, and a desktop. CSS pixels. */
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'] as const;

/** A style sheet of the site. */
export interface StyleSheet {
  readonly name: string;
  readonly text: string;
}

/**
 * Builds a site, opens its banner in `browser` in every language, on a phone and a desktop, in light and dark, and
 * judges what it measures. Nothing where the config leaves nothing to ask.
 */
export async function checkFairness(
  config: ConsentryConfig,
  catalogue: Catalogue,
  browser: Browser,
  css: readonly StyleSheet[] = [],
): Promise<FairnessReport | undefined> {
  const ids = Object.entries(config.purposes).flatMap(([id, { exempt }]) => (exempt ? [] : [id]));
  if (ids.length === 0) return undefined;
  const { model, denyDays } = { ...STRICTEST, ...config.regime };
  const { files } = await buildSite(config, catalogue);
  const site = { files, css: css.map(({ text }) => text) };
  const looks: LookFigures[] = [];
  const wording: WordingFigures[] = [];
  for (const language of config.languages) {
    const words = await wordsOf(config, catalogue, language);
    wording.push({ language, labels: words.refusing });
    for (const width of WIDTHS)
      for (const scheme of SCHEMES)
        looks.push(await measureLook(browser, site, { language, width, scheme }, words.labels));
  }
  const [language = 'en'] = config.languages;
  const view: View = { language, width: WIDTHS[0] as number, scheme: 'light' };
  const { labels } = await wordsOf(config, catalogue, language);
  const behaviour = await measureBehaviour(browser, { site, view, ids, quietDays: denyDays, labels });
  const figures = { model, looks, wording, behaviour };
  const { acknowledge = [] } = (config as { appearance?: { acknowledge?: string[] } }).appearance ?? {};
  return createReport(figures, judge(figures), { config, acknowledge, css: css.map(({ name }) => name) });
}

/** What the buttons of one language say, and which texts refuse. */
async function wordsOf(config: ConsentryConfig, catalogue: Catalogue, language: string) {
  const texts = await widgetTexts(language);
  const banner = compileBanner(config, catalogue, language, texts.banner).texts;
  const preferences = compilePreferences(config, catalogue, language, texts.preferences).texts;
  const labels: ActionLabels = {
    deny: [banner.deny, banner.stop],
    allow: [banner.allow, banner.keep],
    choose: [banner.choose],
  };
  return {
    labels,
    refusing: {
      'banner.deny': banner.deny,
      'banner.stop': banner.stop,
      'preferences.deny': preferences.deny,
      'preferences.stop': preferences.stop,
      'preferences.off': preferences.off,
      'preferences.close': preferences.close,
    },
  };
}
