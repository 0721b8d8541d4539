import { Ajv, type ValidateFunction } from 'ajv';
import { fromSchemaError, type Problem } from '../problem.js';
import type { ConsentryConfig } from '../schema.js';
import { noticeReferences } from './notice-references.js';
import { type NoticeDocument, NoticeSchema } from './schema-notice.js';

/** The outcome of checking a notice document: the document, or everything that is wrong with it. */
export type NoticeResult =
  | { readonly document: NoticeDocument; readonly problems?: undefined }
  | { readonly document?: undefined; readonly problems: readonly [Problem, ...Problem[]] };

let validator: ValidateFunction | undefined;

/**
 * Checks a notice document that may be anything: its form, that what it names exists in it and in the config beside
 * it, and that no language lacks. Never throws.
 */
export function checkNotice(input: unknown, config: ConsentryConfig): NoticeResult {
  validator ??= new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, strict: false }).compile(
    NoticeSchema,
  );
  if (!validator(input)) {
    const errors = (validator.errors ?? []).map(fromSchemaError);
    const unique = new Map(errors.map((problem) => [`${problem.path} ${problem.expected}`, problem]));
    return { problems: [...unique.values()] as [Problem, ...Problem[]] };
  }
  const document = input as NoticeDocument;
  const problems = noticeReferences(document, config);
  return problems.length > 0 ? { problems: problems as [Problem, ...Problem[]] } : { document };
}

/** The JSON Schema of a notice document, for editors. */
export function noticeSchema(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(NoticeSchema)) as Record<string, unknown>;
}
