// Compares random sequences in a browser with the model.
import fc from 'fast-check';
import { sequences } from './actions.mjs';
import { drive } from './drive.mjs';
import { expectedStates, IDS, SITE } from './model.mjs';
import { tagHtml, tagParts, tagUrl } from './tags.mjs';

/** How long a page may take to reach a state, in milliseconds; a busy machine takes its time. */
const PATIENCE_MS = 5000;

/** Plays sequences in a page of the site until all are through or one is not; answers what there is to say of it. */
export async function checkSequences({ run, port, count, seed, onPlayed = () => {} }) {
  const details = await fc.check(
    fc.asyncProperty(sequences, async (actions) => {
      const wrong = await run(drive, stepsOf(actions, port), { ids: IDS, patienceMs: PATIENCE_MS });
      onPlayed(actions.length);
      if (wrong)
        throw new Error(
          `After action ${wrong.step} of ${JSON.stringify(actions, null, 1)}\nexpected ${JSON.stringify(wrong.expected)}\n     but ${JSON.stringify(wrong.actual)}`,
        );
    }),
    { numRuns: count, seed },
  );
  return details.failed ? `${fc.defaultReportMessage(details)}\n${details.errorInstance}` : undefined;
}

/** Each action with all that the page needs to play it, and the state that it has to lead to. */
function stepsOf(actions, port) {
  const states = expectedStates(actions);
  return [{ type: 'open', tags: [] }, ...actions].map((action, step) => ({
    action: playable(action, step, port),
    expected: states[step],
  }));
}

function playable(action, step, port) {
  const { type, tag, tags, vendor } = action;
  const name = `a${step}`;
  if (tag?.kind === 'request') return { type, request: { name, url: tagUrl(tag, name, port) } };
  if (tag)
    return {
      type,
      insertion: { parts: tagParts(tag, name, port), html: tagHtml(tag, name, port), via: tag.via },
    };
  if (tags) return { type, tags: tags.map((one, i) => ({ ...one, name: `p${step}-${i}` })) };
  if (vendor) {
    const [{ kind, name: key }] = SITE.vendors[vendor].storage;
    return { type, key, area: kind };
  }
  return action;
}
