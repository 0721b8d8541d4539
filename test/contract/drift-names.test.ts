import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../packages/browser/src/host-name.js';
import { isHostName } from '../../packages/receipts-server/src/drift/host-name.js';

describe('names of hosts, in the page and on the server', () => {
  it('are told by the page in no form that the server refuses', () => {
    const label = fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,40}$/);
    let told = 0;
    fc.assert(
      fc.property(fc.array(label, { maxLength: 6 }), fc.webUrl(), (labels, url) => {
        for (const name of [nameOf(`https://${labels.join('.')}/`), nameOf(url)]) {
          if (name === undefined) continue;
          told += 1;
          expect(isHostName(name)).toBe(true);
          // What was shortened once stays as it is.
          expect(nameOf(`https://${name.replace('*.', '')}/`)).toBe(name.replace('*.', ''));
        }
      }),
    );
    expect(told).toBeGreaterThan(50);
  });
});
