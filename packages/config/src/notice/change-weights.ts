/** How much a change means to somebody who agreed before it. */
export type ChangeWeight = 'editorial' | 'material';

/** A sort of change, and its weight. */
interface ChangeRule {
  readonly paths: RegExp;
  /** @default every kind of change */
  readonly kind?: 'added' | 'removed' | 'changed';
  readonly weight: ChangeWeight;
}

/**
 * What is editorial; the first that fits counts, and what none fits is material. A visitor agreed to who receives what for
 * which purpose: whatever adds to that or changes it is material, and so is doubt.
 */
export const CHANGE_RULES: readonly ChangeRule[] = [
  // The document about itself.
  {
    paths:
      /^document\.(\$schema|id|version|revisedOn|effective|history|acknowledge|notStated|languages|title|introduction)\b/,
    weight: 'editorial',
  },
  // How to reach somebody, and what does not touch what is done with data.
  {
    paths:
      /^document\.(contacts|complaints|requests|laws|accessibility|improvement|accuracy|security|cookies)\b/,
    weight: 'editorial',
  },
  { paths: /^document\.changes\.(text|announced)\b/, weight: 'editorial' },
  { paths: /^document\.controller\.(address|representative|email|phone|url)\b/, weight: 'editorial' },
  { paths: /\.definition\b/, weight: 'editorial' },
  { paths: /(^|\.)(policyUrl|systemUrls|asOf|monitoring)\b/, weight: 'editorial' },
  // A new way to refuse takes nothing from anybody; losing one does.
  { paths: /^tools\.[^.]+\.optOut$/, kind: 'added', weight: 'editorial' },
  { paths: /^tools\.[^.]+\.name\b/, weight: 'editorial' },
  // Less than what was agreed to.
  {
    paths: /^(tools|purposes|document\.(recipients\.items|jointUse\.items|purposes|items|audiences))\.[^.]+$/,
    kind: 'removed',
    weight: 'editorial',
  },
  { paths: /^tools\.[^.]+\.storage\.[^.]+$/, kind: 'removed', weight: 'editorial' },
];

/** Settings that are facts and no sentences: a new value is never only another wording. */
export const FACTS =
  /(^|\.)(country|countries|subdivision|basis|role|kind|channel|class|provider|purposes|transmission|obtainedBy|life|domain|period|audiences|of|version|exempt|items|stops)(\.\d+)?$/;
