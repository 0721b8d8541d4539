import { HttpProblem } from './http-problem.js';

/** A member of a body or path that fits, or an {@link HttpProblem}. */
export function checkMember(path: string, value: unknown, pattern: RegExp, expected: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw invalidMember(path, expected);
  return value;
}

/** Says that a member of a body or path is wrong. */
export function invalidMember(path: string, expected: string): HttpProblem {
  // The value is not repeated: answers end up in logs.
  return new HttpProblem(400, 'invalid-body', `${path} should be ${expected}.`, {
    problem: { path, expected, got: 'something else' },
  });
}
