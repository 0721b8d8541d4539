import { askedWaitMs } from '../deliveries/backoff.js';
import { DeliveryError } from './delivery-error.js';

/** What a connector has from its surroundings. */
export interface ServicePlatform {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** After this a request is given up. */
  readonly timeoutMs: number;
}

/** How a service is spoken to. */
export interface ServiceOptions extends ServicePlatform {
  /** As operators know it, e.g. `"Brevo"`. */
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A header that says how many seconds to wait, beside `Retry-After`. */
  readonly waitHeader?: string;
}

/** One request. */
export interface ServiceRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** Sent as JSON, or as it is when it is a text already. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Refusals that mean something to the caller, beside success. */
  readonly accept?: readonly number[];
  /** It was there a moment ago: a 404 means that it has gone since, and to look again later. @default false */
  readonly goneIsTemporary?: boolean;
  /** Taken out of what the service says, since that is shown to operators. */
  readonly secret?: string;
}

/** What a service answered; `body` is undefined when it is no JSON. */
export interface ServiceAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers of a service in trouble. 402: Brevo's for credits that are used up; they are bought or come back. */
const TEMPORARY = new Set([402, 408, 409, 423, 424, 425, 429]);
const MAX_SAID = 200;

/** A client for one service's API. Rejects with a {@link DeliveryError} for all but success and `accept`. */
export function createServiceClient(
  options: ServiceOptions,
): (request: ServiceRequest) => Promise<ServiceAnswer> {
  const { fetch, now, timeoutMs, name, url, headers, waitHeader } = options;

  const send = async (request: ServiceRequest) => {
    const { method, path, body } = request;
    try {
      const response = await fetch(url + path, {
        method,
        // A key must not follow a redirect to wherever it leads.
        redirect: 'manual',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
          ...request.headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { response, text: await response.text() };
    } catch (error) {
      const late = (error as Error).name === 'TimeoutError';
      throw new DeliveryError(
        'temporary',
        late ? `${name} did not answer within ${timeoutMs / 1000} seconds.` : `${name} cannot be reached.`,
      );
    }
  };

  return async (request) => {
    const { response, text } = await send(request);
    const { status } = response;
    if (response.ok || request.accept?.includes(status)) return { status, body: parse(text) };
    const said = shorten(text, [request.secret ?? '', ...Object.values(headers)]);
    const answered = `${name} answered ${status}${said ? `: ${said}` : ''}`;
    if (status === 401 || status === 403)
      throw new DeliveryError('key', `${answered}. It does not accept the key.`);
    // A redirect is no answer of the API: somebody stands between, or the address is of a page.
    const gone = status === 404 && request.goneIsTemporary;
    if (status < 400 || status >= 500 || TEMPORARY.has(status) || gone) {
      const asked = response.headers.get('retry-after') ?? response.headers.get(waitHeader ?? 'retry-after');
      throw new DeliveryError('temporary', answered, askedWaitMs(asked, now()));
    }
    throw new DeliveryError('permanent', answered);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a 204, or not what was asked for; the caller checks what it needs
  }
}

function shorten(text: string, secrets: readonly string[]): string {
  let line = text.replace(/\s+/g, ' ').trim();
  for (const secret of secrets) if (secret) line = line.split(secret).join('…');
  return line.replace(/[^\s"'<>:,]+@[^\s"'<>:,]+/g, '…').slice(0, MAX_SAID);
}
