/**
 * A Content-Security-Policy that says where a page may load from and send to, and changes nothing else on
 * it: what is inline, evaluated or made in the page stays as it was. Besides the site itself only `hosts`
 * are let through: `"example.com"` with its subdomains on any port, `"host:port"`, `"example.com/path"`. A
 * path of the site (`"/path"`) is part of the site, which a policy cannot take out again.
 */
export function allowListPolicy(hosts: readonly string[]): string {
  // A source without a scheme goes with the page and from http up to https, but never to a WebSocket; ws: does,
  // and up to wss:. https://www.w3.org/TR/CSP3/#match-schemes, and so in Chromium and Firefox.
  const allowed = sources(hosts, '');
  const sockets = sources(hosts, 'ws://');
  // `default-src` stands for every kind of request, frames and workers included, and for those that the next
  // browser adds. Only forms are not among them.
  return `default-src 'self' data: blob: filesystem: mediastream: 'unsafe-inline' 'unsafe-eval'${allowed}${sockets}; form-action 'self'${allowed}`;
}

function sources(hosts: readonly string[], scheme: string): string {
  const found = new Set<string>();
  for (const host of hosts) {
    const [, name, port = ':*', path = ''] = /^([^:/]+)(:\d+)?(.*)$/.exec(host) ?? [];
    if (!name) continue;
    // Addresses have no subdomains.
    for (const each of /^[\d.]+$/.test(name) ? [name] : [name, `*.${name}`]) {
      const source = ` ${scheme}${each}${port}${path.replace(/[;,]/g, encodeURIComponent)}`;
      found.add(source);
      // Without a slash at its end a path stands for itself alone, with one for what is below it.
      if (path && !path.endsWith('/')) found.add(`${source}/`);
    }
  }
  return [...found].join('');
}
