import type { Problem } from '@consentry/receipts';

/**
 * Why a request was refused, stable across versions.
 *
 * - `invalid-utf8`, `invalid-json`, `repeated-member`, `invalid-record`: the body is no record; 400
 * - `invalid-query`: a parameter of the address is wrong; 400
 * - `invalid-body`: the body is not what the route takes; 400
 * - `unauthorized`: reading needs a token; 401
 * - `forbidden`: the token is of somebody who may not do this; 403
 * - `origin-refused`: a page of another origin that is not configured; 403
 * - `not-found`, `method-not-allowed`: 404, 405
 * - `not-yet-logged`: it waits for its place in the log, or for the checkpoint after that; 404
 * - `id-taken`: another record has this id; 409
 * - `being-erased`: the person has to be deleted at the service first; 409
 * - `too-large`: 413
 * - `unsupported-media-type`: 415
 * - `unknown-site`: the record is for a site this server does not keep records of; 422
 * - `rate-limited`: too many requests from one address; 429
 * - `unavailable`: not stored, and not the sender's fault; 503
 */
export type HttpProblemCode =
  | 'invalid-utf8'
  | 'invalid-json'
  | 'repeated-member'
  | 'invalid-record'
  | 'invalid-query'
  | 'invalid-body'
  | 'unauthorized'
  | 'forbidden'
  | 'origin-refused'
  | 'not-found'
  | 'not-yet-logged'
  | 'method-not-allowed'
  | 'id-taken'
  | 'being-erased'
  | 'too-large'
  | 'unsupported-media-type'
  | 'unknown-site'
  | 'rate-limited'
  | 'unavailable';

/** A refusal: thrown by a handler, answered as `{ "error": { code, path, expected, got, message } }`. */
export class HttpProblem extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503,
    readonly code: HttpProblemCode,
    message: string,
    readonly details: { readonly problem?: Problem; readonly headers?: Record<string, string> } = {},
  ) {
    super(message);
  }

  /** The answer to the request. */
  toResponse(): Response {
    const { code, message, details } = this;
    return Response.json(
      { error: { code, ...details.problem, message } },
      { status: this.status, headers: { 'cache-control': 'no-store', ...details.headers } },
    );
  }
}
