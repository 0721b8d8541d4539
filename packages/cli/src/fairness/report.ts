import type { ConsentryConfig } from '@consentry/config';
import type { Figures, View } from './figures.js';
import type { Finding, RuleCode } from './rules.js';
import { hasShamingList } from './wording.js';

/** One finding for a person: said once for all the views that it was seen in. */
export interface ReportedFinding {
  readonly code: RuleCode;
  readonly message: string;
  /** Where it comes from: a path in the config, a style sheet, or the widget itself. */
  readonly from: string;
  readonly views: readonly View[];
  /** The config accepts it by its code. */
  readonly acknowledged: boolean;
}

/** What was found in one config's banner. */
export interface FairnessReport {
  /** Nothing is unfair but what the config acknowledges. */
  readonly fair: boolean;
  readonly findings: readonly ReportedFinding[];
  readonly figures: Figures;
}

/** What a report needs to know of where a banner comes from. */
export interface Origins {
  readonly config: ConsentryConfig;
  readonly acknowledge: readonly string[];
  /** Names of the site's style sheets. */
  readonly css: readonly string[];
}

/** Puts findings together: equal ones as one, each with its origin, and with what the config says to it. */
export function createReport(
  figures: Figures,
  findings: readonly Finding[],
  origins: Origins,
): FairnessReport {
  const reported = new Map<string, ReportedFinding>();
  for (const finding of findings) {
    const { code, message, view } = finding;
    const from = originOf(finding, origins);
    const known = reported.get(`${code}\n${message}\n${from}`);
    reported.set(`${code}\n${message}\n${from}`, {
      code,
      message,
      from,
      views: [...(known?.views ?? []), ...(view ? [view] : [])],
      acknowledged: origins.acknowledge.includes(code),
    });
  }
  const list = [...reported.values()];
  return { fair: list.every(({ acknowledged }) => acknowledged), findings: list, figures };
}

const LOOKS: readonly RuleCode[] = ['contrast', 'prominence', 'colour', 'font'];

/** Where in a config somebody has to look. A guess, as good as the config is short: sizes and colours have many causes. */
function originOf({ code, text, language, view }: Finding, { config, css }: Origins): string {
  const own = (tag = language ?? view?.language ?? '') => (config.texts?.[tag] ? `texts.${tag}` : undefined);
  if (text && language) return `texts.${language}.${text}`;
  if (code === 'quiet') return 'regime.denyDays';
  const appearance = Object.keys(config.appearance ?? {}).filter((key) => key !== 'acknowledge');
  const looks = LOOKS.includes(code)
    ? appearance.filter((key) => key !== 'layout' && key !== 'position')
    : [...appearance, ...(own() ? [own() as string] : [])];
  const paths = looks.map((key) => (key.startsWith('texts') ? key : `appearance.${key}`));
  return [...paths, ...css].join(' or ') || 'the widget itself';
}

/** The report as lines for a terminal. */
export function describeReport(file: string, { fair, findings, figures }: FairnessReport): string[] {
  const open = findings.filter(({ acknowledged }) => !acknowledged);
  const unseen = [...new Set(figures.wording.map(({ language }) => language))].filter(
    (tag) => !hasShamingList(tag),
  );
  return [
    ...figures.looks.map(({ view, actions }) =>
      [
        `${describeView(view)}:`,
        actions
          .map(
            ({ name, width, height, labelContrast, visible }) =>
              `${name} ${Math.round(width)} × ${Math.round(height)} px, label ${labelContrast.toFixed(1)}:1${visible < 0.99 ? ', out of sight' : ''}`,
          )
          .join('; '),
      ].join(' '),
    ),
    ...unseen.map(
      (tag) =>
        `Note: turns of phrase that shame are not known in "${tag}"; have somebody read how refusing is worded.`,
    ),
    ...findings.map(
      ({ code, message, from, views, acknowledged }) =>
        `${acknowledged ? 'acknowledged' : 'unfair'} (${code}): ${message}${seenIn(views, figures)} From ${from}.`,
    ),
    fair
      ? `${file}: denying is as easy as allowing${findings.length > 0 ? ', but for what is acknowledged' : ''}.`
      : `${file}: ${open.length === 1 ? '1 thing is' : `${open.length} things are`} unfair.`,
  ];
}

function seenIn(views: readonly View[], { looks }: Figures): string {
  return views.length === 0 || views.length === looks.length
    ? ''
    : ` Seen in ${views.map(describeView).join(', ')}.`;
}

const describeView = ({ language, width, scheme }: View) => `${language} ${width} px ${scheme}`;
