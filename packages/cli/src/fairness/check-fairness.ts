import type { ConsentryConfig } from '@consentry/config';
import { withStrictestRule } from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import type { Browser } from 'playwright-core';
import type { Catalogue } from '../adapter-catalogue.js';
import { buildSite } from '../site-build/build-site.js';
import { widgetTexts } from '../site-build/widget-texts.js';
import type { LookFigures, View, WordingFigures } from './figures.js';
import { measureBehaviour } from './measure-behaviour.js';
import { measureLook } from './measure-look.js';
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
  const { model, denyDays } = { ...STRICTEST, ...withStrictestRule(config).regime };
  const { files } = await buildSite(config, catalogue);
  const site = { files, css: css.map(({ text }) => text) };
  const looks: LookFigures[] = [];
  const wording: WordingFigures[] = [];
  for (const language of config.languages) {
    wording.push({ language, labels: await refusingTexts(config, language) });
    for (const width of WIDTHS)
      for (const scheme of SCHEMES) looks.push(await measureLook(browser, site, { language, width, scheme }));
  }
  const [language = 'en'] = config.languages;
  const view: View = { language, width: WIDTHS[0] as number, scheme: 'light' };
  const behaviour = await measureBehaviour(browser, { site, view, ids, quietDays: denyDays });
  const figures = { model, looks, wording, behaviour };
  const { acknowledge = [] } = config.appearance ?? {};
  return createReport(figures, judge(figures), { config, acknowledge, css: css.map(({ name }) => name) });
}

/** The texts that refuse, as this config has them: under other models than opt-in other words stand on the buttons. */
async function refusingTexts(config: ConsentryConfig, language: string): Promise<Record<string, string>> {
  const { banner, preferences } = await widgetTexts(language);
  const own = config.texts?.[language];
  const texts = {
    banner: { ...banner, ...own?.banner },
    preferences: { ...preferences, ...own?.preferences },
  };
  const deny = (withStrictestRule(config).regime?.model ?? STRICTEST.model) === 'opt-in' ? 'deny' : 'stop';
  return {
    [`banner.${deny}`]: texts.banner[deny],
    [`preferences.${deny}`]: texts.preferences[deny],
    'preferences.off': texts.preferences.off,
    'preferences.close': texts.preferences.close,
  };
}
