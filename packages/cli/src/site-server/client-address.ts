/** The address of the socket behind a request. */
export function socketAddress(_request: Request, env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '';
}

/**
 * The address that the outermost of `proxies` saw, from `X-Forwarded-For`: each proxy adds the address it was asked
 * from at the end, and what stands before that was written by the client. The socket's when there are fewer.
 */
export function forwardedAddress(proxies: number): (request: Request, env: unknown) => string {
  return (request, env) => {
    const addresses = (request.headers.get('x-forwarded-for') ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean);
    return addresses.at(-proxies) ?? socketAddress(request, env);
  };
}
