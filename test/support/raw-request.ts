import { type IncomingHttpHeaders, request } from 'node:http';

/** What a server answered, header lines of one name kept apart. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Every value of a header, in the order of its lines. */
  readonly all: (name: string) => string[];
  readonly body: string;
}

/** Asks a server on this machine with exactly these headers: `fetch` would refuse a cookie and add its own. */
export function rawRequest(
  port: number,
  path = '/',
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          all: (name) => response.headersDistinct[name] ?? [],
          body,
        }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}
