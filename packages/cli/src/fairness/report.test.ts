import type { ConsentryConfig } from '@consentry/config';
import { describe, expect, it } from 'vitest';
import type { Figures, View } from './figures.js';
import { createReport, describeReport } from './report.js';
import type { Finding } from './rules.js';

const VIEWS: View[] = (['light', 'dark'] as const).map((scheme) => ({ language: 'ga', width: 390, scheme }));
const FIGURES: Figures = {
  model: 'opt-in',
  looks: VIEWS.map((view) => ({ view, actions: [] })),
  wording: [{ language: 'ga', labels: {} }],
  behaviour: {
    clicksToDeny: 1,
    clicksToAllow: 1,
    preTicked: [],
    closings: [],
    quietDays: 180,
    askedAgainAfter: [],
  },
};
const pale = (view: View): Finding => ({ code: 'contrast', message: 'It is pale.', view });
const shaming: Finding = { code: 'wording', message: 'It shames.', text: 'banner.deny', language: 'ga' };

const report = (findings: Finding[], config: object = {}, acknowledge: string[] = [], css: string[] = []) =>
  createReport(FIGURES, findings, { config: config as ConsentryConfig, acknowledge, css });

describe('a report on fairness', () => {
  it('is good where nothing was found, and says so', () => {
    const good = report([]);
    expect(good.fair).toBe(true);
    expect(describeReport('site.json', good).at(-1)).toBe('site.json: denying is as easy as allowing.');
  });

  it('says once what is the same in several views, and where it was seen if not in all', () => {
    const everywhere = describeReport('site.json', report(VIEWS.map(pale)));
    expect(everywhere.filter((line) => line.includes('pale'))).toEqual([
      'unfair (contrast): It is pale. From the widget itself.',
    ]);
    expect(everywhere.at(-1)).toBe('site.json: 1 thing is unfair.');
    expect(describeReport('site.json', report(VIEWS.slice(1).map(pale))).join('\n')).toContain(
      'It is pale. Seen in ga 390 px dark. From',
    );
  });

  it('names where in the config it comes from', () => {
    const from = (...args: Parameters<typeof report>) =>
      report(...args).findings.map((finding) => finding.from);
    expect(from([shaming])).toEqual(['texts.ga.banner.deny']);
    expect(
      from([pale(VIEWS[0] as View)], {
        appearance: { layout: 'bar', theme: 'ink', colors: {}, acknowledge: [] },
      }),
    ).toEqual(['appearance.theme or appearance.colors']);
    expect(from([pale(VIEWS[0] as View)], {}, [], ['site.css'])).toEqual(['site.css']);
    expect(from([{ code: 'visible', message: '', view: VIEWS[0] as View }], { texts: { ga: {} } })).toEqual([
      'texts.ga',
    ]);
    expect(from([{ code: 'quiet', message: '' }])).toEqual(['regime.denyDays']);
  });

  it('goes on with what the config acknowledges, and still tells of it', () => {
    const known = report([pale(VIEWS[0] as View)], {}, ['contrast']);
    expect(known.fair).toBe(true);
    const lines = describeReport('site.json', known);
    expect(lines.at(-2)).toMatch(/^acknowledged \(contrast\): It is pale\./);
    expect(lines.at(-1)).toBe('site.json: denying is as easy as allowing, but for what is acknowledged.');
  });

  it('does not go on with another thing that nobody acknowledged', () => {
    const partly = report([pale(VIEWS[0] as View), shaming], {}, ['contrast']);
    expect(partly.fair).toBe(false);
    expect(describeReport('site.json', partly).at(-1)).toBe('site.json: 1 thing is unfair.');
  });

  it('admits in which languages it cannot read a refusal', () => {
    expect(describeReport('site.json', report([])).join('\n')).toContain('not known in "ga"');
  });
});
