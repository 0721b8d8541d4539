/**
 * What is wrong with a log.
 *
 * - `altered`: something that stands there is not what was committed to
 * - `missing`: something that was in the log is gone, and nothing says that it was erased
 * - `inserted`: something is there that never went through the log
 * - `reordered`: rows have changed places
 * - `forked`: the log is another one than was signed
 * - `bad-signature`: a trusted key that is named did not sign this
 * - `unknown-key`: none of the trusted keys signed this
 */
export type FindingCode =
  | 'altered'
  | 'missing'
  | 'inserted'
  | 'reordered'
  | 'forked'
  | 'bad-signature'
  | 'unknown-key';

/** One thing that is wrong. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence for people, which names the position or the id. Never what a record says. */
  readonly message: string;
}
