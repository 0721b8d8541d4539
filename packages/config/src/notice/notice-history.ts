import { type Problem, withSuggestion } from '../problem.js';
import { NOTICE_RULES } from './lint-rules.js';
import type { NoticeDocument } from './schema-notice.js';

/** The newest entry of the history is this version, and days go backwards from it. */
export function historyProblems({ history = [], version, revisedOn }: NoticeDocument): Problem[] {
  const [newest] = history;
  const problems: Problem[] = [];
  if (newest && newest.version !== version)
    problems.push({
      path: 'history.0.version',
      value: newest.version,
      expected: `"${version}", the version of the document; the newest stands first`,
    });
  if (newest && revisedOn && newest.on !== revisedOn)
    problems.push({ path: 'history.0.on', value: newest.on, expected: `"${revisedOn}", as in revisedOn` });
  history.forEach(({ on }, i) => {
    const later = history[i - 1];
    if (later && later.on < on)
      problems.push({
        path: `history.${i}.on`,
        value: on,
        expected: `a day not after ${later.on}, the newest first`,
      });
  });
  return problems;
}

/** Codes that no warning has. */
export function acknowledgeProblems({ acknowledge = [] }: NoticeDocument): Problem[] {
  const codes = Object.keys(NOTICE_RULES);
  return acknowledge.flatMap((code, i) =>
    codes.includes(code)
      ? []
      : [
          {
            path: `acknowledge.${i}`,
            value: code,
            expected: `the code of a warning (${codes.join(', ')})`,
            ...withSuggestion(code, codes),
          },
        ],
  );
}
