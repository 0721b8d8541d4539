import { carriedBy } from '@consentry/config';
import { connectorCapabilities } from '@consentry/receipts-server';
import { describe, expect, it } from 'vitest';

const { webhook, ...services } = connectorCapabilities;

describe('what the config lets a service carry', () => {
  it('is decided for every service there is a connector for', () => {
    expect(Object.keys(carriedBy).sort()).toEqual(Object.keys(services).sort());
  });

  it.each(Object.entries(services))('is what the connector of %s can do', (service, capabilities) => {
    const { newsletter, tracking } = carriedBy[service] ?? {};
    expect(newsletter !== undefined).toBe(capabilities.newsletter);
    expect(newsletter?.takes.includes('doubleOptIn') ?? false).toBe(capabilities.doubleOptIn);
    expect(tracking !== undefined).toBe(capabilities.openTracking === 'per-person');
  });
});
