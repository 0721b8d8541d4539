import { describe, expect, it } from 'vitest';
import { forwardedAddress, socketAddress } from './client-address.js';

const env = { incoming: { socket: { remoteAddress: '10.0.0.1' } } };
const through = (header?: string) =>
  new Request('https://example.com', header ? { headers: { 'x-forwarded-for': header } } : {});

describe("a client's address", () => {
  it("is the socket's, whatever a header says, where no proxy is ours", () => {
    expect(socketAddress(through('203.0.113.7'), env)).toBe('10.0.0.1');
    expect(socketAddress(through(), undefined)).toBe('');
  });

  it('is what our outermost proxy saw, and not what the client wrote before that', () => {
    expect(forwardedAddress(1)(through('198.51.100.9, 203.0.113.7'), env)).toBe('203.0.113.7');
    expect(forwardedAddress(2)(through('1.1.1.1, 203.0.113.7, 10.0.0.9'), env)).toBe('203.0.113.7');
    expect(forwardedAddress(1)(through(), env)).toBe('10.0.0.1');
  });
});
