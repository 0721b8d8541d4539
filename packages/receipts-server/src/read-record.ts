import { type ConsentRecord, parsePlainRecord } from '@consentry/receipts';
import { HttpProblem } from './http-problem.js';

/** A record that was posted. */
export interface PostedRecord {
  readonly record: ConsentRecord;
  /** Its JSON, members in the order in which they came, without white space. */
  readonly json: string;
}

/** The record in a posted text. Throws an {@link HttpProblem} that says what is wrong with it. */
export function readRecord(text: string): PostedRecord {
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
  const json = JSON.stringify(value);
  if (text !== json && text.replace(/\s/g, '') !== json)
    throw new HttpProblem(
      400,
      'repeated-member',
      'The body names a member twice, or spells out characters with escapes that need none.',
    );
  return { record: parsed.record, json };
}
