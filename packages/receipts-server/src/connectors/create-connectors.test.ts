import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startVendor, type Vendor } from '../../../../test/support/vendor-server.js';
import type { Message } from './connector.js';
import { createConnectors } from './create-connectors.js';
import { verifyDelivery } from './webhook-signature.js';

const SECRET = 'a-secret-of-enough-length';
const purposes = { news: {} };

describe('connectors of a config', () => {
  it('take their secrets from the environment, and name the variable that is missing', () => {
    const settings = { brevo: { keyFrom: 'BREVO_API_KEY', purposes } };
    expect(() => createConnectors(settings, {})).toThrow(
      'connectors.brevo.keyFrom: the environment variable BREVO_API_KEY is not set.',
    );
    expect(() => createConnectors(settings, { BREVO_API_KEY: ' ' })).toThrow('BREVO_API_KEY is not set');
    expect(createConnectors(settings, { BREVO_API_KEY: 'key' })).toMatchObject([
      { id: 'brevo', purposes: ['news'], capabilities: { openTracking: 'per-person' } },
    ]);
  });

  it('refuse secrets that could be guessed, and do not repeat them', () => {
    const settings = {
      crm: { service: 'webhook', url: 'https://crm.example', keyFrom: 'CRM', purposes },
    } as const;
    const refusal = () => createConnectors(settings, { CRM: 'short' });
    expect(refusal).toThrow('the environment variable CRM has fewer than 16 characters');
    expect(refusal).not.toThrow('short"');
    const events = { brevo: { keyFrom: 'KEY', eventTokenFrom: 'TOKEN', purposes } };
    expect(() => createConnectors(events, { KEY: 'key', TOKEN: 'short' })).toThrow('TOKEN has fewer');
    expect(createConnectors(events, { KEY: 'key', TOKEN: SECRET })[0]).toMatchObject({ eventToken: SECRET });
  });

  it('are of a service that exists', () => {
    expect(() => createConnectors({ pigeon: { keyFrom: 'KEY', purposes } }, { KEY: SECRET })).toThrow(
      'connectors.pigeon.service: there is no "pigeon".',
    );
  });
});

describe('a webhook', () => {
  let receiver: Vendor;
  beforeEach(async () => {
    receiver = await startVendor(() => ({ status: 204 }));
  });
  afterEach(() => receiver.close());
  const now = Date.UTC(2026, 10, 21, 12);
  const deliver = async (changes: Partial<Message> = {}) => {
    const settings = {
      crm: { service: 'webhook', url: `${receiver.url}/hook`, keyFrom: 'CRM', purposes },
    } as const;
    const [crm] = createConnectors(settings, { CRM: SECRET }, { now: () => now });
    return crm?.deliver({
      id: 'crm-1-2',
      contact: { kind: 'email', value: 'anna@example.com' },
      standings: {
        news: { status: 'granted', at: '2026-11-21T12:00:00.000Z', record: 'r' },
        opens: { status: 'denied', at: '2026-11-21T12:00:00.000Z', record: 'r' },
      },
      erase: false,
      memory: {},
      ...changes,
    });
  };

  it('is sent nothing before a decision, and afterwards the standings of its purposes, signed', async () => {
    await deliver({ standings: {} });
    expect(receiver.requests).toEqual([]);
    await deliver();
    const [request] = receiver.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/hook' });
    expect(request?.body).toEqual({
      delivery: 'crm-1-2',
      event: 'standings',
      contact: { email: 'anna@example.com' },
      purposes: { news: { status: 'granted', at: '2026-11-21T12:00:00.000Z', record: 'r' } },
    });
    const timestamp = String(request?.headers['consentry-timestamp']);
    const signature = String(request?.headers['consentry-signature']);
    const body = request?.text ?? '';
    expect(await verifyDelivery({ secret: SECRET, timestamp, signature, body, now })).toBe(true);
    expect(await verifyDelivery({ secret: SECRET, timestamp, signature, body: `${body} `, now })).toBe(false);
  });

  it('is told of a withdrawal and of an erasure', async () => {
    const at = '2026-11-21T13:00:00.000Z';
    await deliver({ standings: { news: { status: 'withdrawn', at, record: 'r2' } } });
    await deliver({ standings: {}, erase: true, contact: { kind: 'id', value: 'user-7' } });
    expect(receiver.requests.map(({ body }) => body)).toMatchObject([
      { purposes: { news: { status: 'withdrawn' } } },
      { event: 'erase', contact: { id: 'user-7' } },
    ]);
    expect(receiver.requests[1]?.body).not.toHaveProperty('purposes');
  });

  it.each([
    [500, 'temporary'],
    [401, 'key'],
    [410, 'permanent'],
  ])('that answers %i has failed in a way that is %s', async (status, kind) => {
    receiver.trouble = { status };
    await expect(deliver()).rejects.toMatchObject({ kind });
  });
});
