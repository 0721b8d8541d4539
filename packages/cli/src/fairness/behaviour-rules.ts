import type { BehaviourFigures, Figures } from './figures.js';
import type { Finding } from './rules.js';

/** What is unfair about what became of a visitor's acts. */
export function behaviourFindings(model: Figures['model'], figures: BehaviourFigures): Finding[] {
  const { clicksToDeny, clicksToAllow, preTicked, closings, quietDays, askedAgainAfter } = figures;
  const findings: Finding[] = [];
  if (clicksToDeny !== clicksToAllow || clicksToDeny === undefined)
    findings.push({
      code: 'clicks',
      message: `Denying everything takes ${count(clicksToDeny)} and allowing everything ${count(clicksToAllow)}; both have to take the same.`,
    });
  // Elsewhere purposes run until denied, and a switch that said otherwise would lie.
  if (model === 'opt-in' && preTicked.length > 0)
    findings.push({
      code: 'pre-ticked',
      message: `Before any decision these are switched on in the preferences: ${preTicked.join(', ')}.`,
    });
  for (const { how, decided } of closings)
    if (decided.length > 0)
      findings.push({
        code: 'close',
        message: `${how} decides on ${decided.join(', ')}; closing is no answer.`,
      });
  if (askedAgainAfter.length > 0)
    findings.push({
      code: 'quiet',
      message: `After a denial the banner is there again ${askedAgainAfter.map(after).join(', ')}; the config promises ${quietDays} days of quiet.`,
    });
  return findings;
}

const count = (clicks: number | undefined) =>
  clicks === undefined ? 'more than one press' : clicks === 1 ? 'one press' : `${clicks} presses`;
const after = (days: number) => (days === 0 ? 'at once' : `after ${days} days`);
