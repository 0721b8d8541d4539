import { difference } from './contrast.js';
import type { ActionFigures, LookFigures } from './figures.js';
import type { Finding, RuleCode } from './rules.js';

/** How much larger one may be than the other. */
const SIZE_SHARE = 1.05;
/** The same, of contrasts. */
const CONTRAST_SHARE = 1.1;
/** WCAG 2.2, 1.4.3 for text of this size. */
const LEAST_CONTRAST = 4.5;
/** In OKLab; 0.02 is just seen. */
const MOST_DIFFERENCE = 0.05;
/** A label in 15.4 px beside one in 15 px is nobody's intention. */
const FONT_TOLERANCE = 0.5;

type Say = (code: RuleCode, message: string) => void;

/** What is unfair about the look of a banner in one view. */
export function lookFindings({ view, actions, focused }: LookFigures): Finding[] {
  const findings: Finding[] = [];
  const say: Say = (code, message) => findings.push({ code, message, view });
  for (const action of actions) judgeAlone(action, say);
  const [deny, allow] = ['deny', 'allow'].map((name) => actions.find((action) => action.name === name));
  if (!deny) say('missing', 'There is no button to deny with.');
  if (!allow) say('missing', 'There is no button to allow with.');
  if (focused === 'allow')
    say('focus', 'Allow has focus when the banner comes, so an Enter that was meant for the page allows.');
  if (deny && allow) compare(deny, allow, say);
  return findings;
}

function judgeAlone({ name, labelContrast, visible }: ActionFigures, say: Say): void {
  if (labelContrast < LEAST_CONTRAST)
    say(
      'contrast',
      `The label of ${name} has ${ratio(labelContrast, 'down')} against what is behind it; at least 4.5:1 is needed.`,
    );
  if (visible < 0.99)
    say(
      'visible',
      `Of ${name}, ${Math.floor(visible * 100)} % is seen without scrolling; all of it has to be.`,
    );
}

function compare(deny: ActionFigures, allow: ActionFigures, say: Say): void {
  if (deny.container !== allow.container)
    say('level', 'Deny and allow are not in one container, so they do not stand on the same level.');
  for (const side of ['width', 'height'] as const)
    if (apart(deny[side], allow[side]) > SIZE_SHARE)
      say(
        'size',
        `Deny has a ${side} of ${round(deny[side])} px and allow one of ${round(allow[side])} px; at most 5 % may lie between them.`,
      );
  if (Math.abs(deny.fontSize - allow.fontSize) > FONT_TOLERANCE)
    say(
      'font',
      `The label of deny is in ${round(deny.fontSize)} px and that of allow in ${round(allow.fontSize)} px.`,
    );
  if (deny.fontWeight !== allow.fontWeight)
    say('font', `The label of deny has weight ${deny.fontWeight} and that of allow ${allow.fontWeight}.`);
  if (apart(deny.labelContrast, allow.labelContrast) > CONTRAST_SHARE)
    say(
      'contrast',
      `The label of deny has ${ratio(deny.labelContrast)} and that of allow ${ratio(allow.labelContrast)}; at most 10 % may lie between them.`,
    );
  for (const [part, what] of [
    ['fillContrast', 'Filled with its colour,'],
    ['edgeContrast', 'At its edge,'],
  ] as const)
    if (apart(deny[part], allow[part]) > CONTRAST_SHARE)
      say(
        'prominence',
        `${what} deny has ${ratio(deny[part])} against the surface and allow ${ratio(allow[part])}; at most 10 % may lie between them.`,
      );
  const distance = difference(deny.fill, allow.fill);
  if (distance > MOST_DIFFERENCE)
    say(
      'colour',
      `Deny is filled with ${hex(deny.fill)} and allow with ${hex(allow.fill)}: ${distance.toFixed(2)} apart in OKLab, where 0.05 is the most.`,
    );
  if (!deny.tabStop || !allow.tabStop)
    say('tab-order', `The Tab key does not reach ${deny.tabStop ? 'allow' : 'deny'}.`);
  else if (Math.abs(deny.tabStop - allow.tabStop) > 1)
    say(
      'tab-order',
      `Deny is ${presses(deny.tabStop)} of Tab away and allow ${allow.tabStop}; nothing may stand between them.`,
    );
}

/** How many times the smaller of two the larger is. */
function apart(one: number, other: number): number {
  return Math.max(one, other) / Math.max(Math.min(one, other), Number.MIN_VALUE);
}

/** `down`: what is too little is never written as what would be enough. */
const ratio = (contrast: number, down?: 'down') =>
  `${down ? (Math.floor(contrast * 10) / 10).toFixed(1) : contrast.toFixed(1)}:1`;
const round = (length: number) => Number(length.toFixed(1));
const hex = (colour: readonly number[]) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const presses = (count: number) => (count === 1 ? '1 press' : `${count} presses`);
