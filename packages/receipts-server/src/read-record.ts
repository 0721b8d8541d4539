import { type ConsentRecord, parsePlainRecord } from '@consentry/receipts';
import { HttpProblem } from './http-problem.js';

/** The record in a posted text, or an {@link HttpProblem} that says what is wrong with it. */
export function readRecord(text: string): ConsentRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpProblem(400, 'invalid-json', 'The body is not JSON.');
  }
  const parsed = parsePlainRecord(value);
  if ('problem' in parsed) {
    const { path, expected } = parsed.problem;
    throw new HttpProblem(400, 'invalid-record', `${path || 'The record'} should be ${expected}.`, {
      problem: parsed.problem,
    });
  }
  // The text itself is the evidence, so it must have one reading. JSON leaves open which of two members of
  // one name counts (RFC 8259 section 4). No value in a record contains white space, so this compares all else.
  const written = JSON.stringify(value);
  if (text !== written && text.replace(/\s/g, '') !== written)
    throw new HttpProblem(
      400,
      'repeated-member',
      'The body names a member twice, or spells out characters with escapes that need none.',
    );
  return parsed.record;
}
