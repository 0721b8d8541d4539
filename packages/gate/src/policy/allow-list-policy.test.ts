// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { allowListPolicy } from './allow-list-policy.js';

/** The directives of a policy by name. */
const directives = (hosts: readonly string[]) =>
  Object.fromEntries(
    allowListPolicy(hosts)
      .split('; ')
      .map((directive) => {
        const [name, ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );
const LOCAL = ["'self'", 'data:', 'blob:', 'filesystem:', 'mediastream:', "'unsafe-inline'", "'unsafe-eval'"];

describe('the allow-list policy', () => {
  it('lets through the site and what is made in the page, and nobody else', () => {
    expect(directives([])).toEqual({ 'default-src': LOCAL, 'form-action': ["'self'"] });
  });

  it('lets through a host with its subdomains, on every port, by HTTP, HTTPS and WebSocket', () => {
    expect(directives(['vendor.example'])).toEqual({
      'default-src': [
        ...LOCAL,
        'vendor.example:*',
        '*.vendor.example:*',
        'ws://vendor.example:*',
        'ws://*.vendor.example:*',
      ],
      'form-action': ["'self'", 'vendor.example:*', '*.vendor.example:*'],
    });
  });

  it('keeps to the port and the path that are named', () => {
    expect(directives(['vendor.example:8443'])['form-action']).toEqual([
      "'self'",
      'vendor.example:8443',
      '*.vendor.example:8443',
    ]);
    expect(directives(['vendor.example/tags/'])['form-action']).toEqual([
      "'self'",
      'vendor.example:*/tags/',
      '*.vendor.example:*/tags/',
    ]);
  });

  it('means by a path itself and what is below it', () => {
    expect(directives(['vendor.example:80/t.js'])['form-action']).toEqual([
      "'self'",
      'vendor.example:80/t.js',
      'vendor.example:80/t.js/',
      '*.vendor.example:80/t.js',
      '*.vendor.example:80/t.js/',
    ]);
  });

  it('gives an address no subdomains', () => {
    expect(directives(['127.0.0.1:4401'])['form-action']).toEqual(["'self'", '127.0.0.1:4401']);
  });

  it('says each source once, and none for a path of the site, which is the site', () => {
    expect(allowListPolicy(['a.example', 'a.example', '/proxy'])).toBe(allowListPolicy(['a.example']));
    expect(allowListPolicy(['/proxy'])).toBe(allowListPolicy([]));
  });

  it('cannot be talked into another directive or policy by a path', () => {
    const policy = allowListPolicy(['a.example/x;script-src,default-src']);
    expect(policy.split(';')).toHaveLength(2);
    expect(policy).not.toContain(',');
    expect(policy).toContain('a.example:*/x%3Bscript-src%2Cdefault-src');
  });
});
