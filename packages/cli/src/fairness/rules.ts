import { behaviourFindings } from './behaviour-rules.js';
import type { Figures, View } from './figures.js';
import { lookFindings } from './look-rules.js';
import { findShaming } from './wording.js';

/**
 * What can be unfair about a banner. A config acknowledges one by its code.
 *
 * - `missing`: there is no button to deny with, or none to allow with
 * - `level`: deny and allow are not side by side in one container
 * - `size`: one is larger than the other by more than 5 %
 * - `font`: their labels differ in size or weight
 * - `contrast`: a label has less than 4.5:1, or deny's and allow's differ by more than 10 %
 * - `prominence`: one stands out from the surface more than 10 % better
 * - `colour`: their fills differ
 * - `visible`: one is not seen whole without scrolling
 * - `tab-order`: something stands between them, or the keyboard does not reach one
 * - `focus`: allow has focus when the banner comes
 * - `clicks`: one takes more presses than the other
 * - `pre-ticked`: something is switched on before a decision that needs a yes
 * - `close`: closing decides
 * - `quiet`: a denial does not last as long as the config says
 * - `wording`: a refusal is made embarrassing
 */
export type RuleCode =
  | 'missing'
  | 'level'
  | 'size'
  | 'font'
  | 'contrast'
  | 'prominence'
  | 'colour'
  | 'visible'
  | 'tab-order'
  | 'focus'
  | 'clicks'
  | 'pre-ticked'
  | 'close'
  | 'quiet'
  | 'wording';

/** One thing that is unfair. */
export interface Finding {
  readonly code: RuleCode;
  /** A sentence with the measured figures. */
  readonly message: string;
  /** Where it was seen; absent where it is the same everywhere. */
  readonly view?: View;
  /** The text of the config it is about, such as `banner.deny`, where it is one text. */
  readonly text?: string;
  /** The language it is about, where it is about one. */
  readonly language?: string;
}

/** Everything unfair in what was measured; nothing for a fair banner. */
export function judge({ model, looks, wording, behaviour }: Figures): Finding[] {
  return [
    ...looks.flatMap(lookFindings),
    ...behaviourFindings(model, behaviour),
    ...wording.flatMap(({ language, labels }) =>
      Object.entries(labels).flatMap(([text, label]): Finding[] => {
        const shaming = findShaming(label, language);
        if (!shaming) return [];
        const message = `“${label}” makes it embarrassing to refuse (“${shaming}”); say what the button does, as plainly as on the other one.`;
        return [{ code: 'wording', message, text, language }];
      }),
    ),
  ];
}
