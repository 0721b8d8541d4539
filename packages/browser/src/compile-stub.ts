import { cookieKey, STRICTEST } from '@consentry/core';
import { compileDefinition, compileGoogle, type Descriptions } from './compile.js';
import type { SiteConfig } from './site-config.js';
import type { SignalKeys, StubConfig } from './stub.js';

const DAY_S = 86_400;

/** What the head stub needs; only sites with a Google adapter have one that says anything. */
export function compileStub(config: SiteConfig, descriptions: Descriptions): StubConfig {
  const definition = compileDefinition(config, descriptions);
  const refusable = (id: string) =>
    definition.purposes.some((purpose) => purpose.id === id && purpose.signals?.length);
  const keyOf = (id: string) =>
    `${refusable(id) && definition.regime?.gpc !== 'inform' ? '!' : ''}${cookieKey(id)}`;
  const keys = (id: string): 0 | 1 | SignalKeys => {
    const purpose = definition.purposes.find((item) => item.id === id);
    if (purpose) return purpose.exempt ? 1 : ['', keyOf(id)];
    const vendor = definition.vendors.find((item) => item.id === id);
    if (!vendor) return 0;
    const decidable = vendor.purposes.filter(
      (name) => !definition.purposes.some((p) => p.id === name && p.exempt),
    );
    const own = `${decidable.some((name) => keyOf(name).startsWith('!')) ? '!' : ''}${cookieKey(id)}`;
    return [own, ...decidable.map(keyOf)];
  };
  const google = compileGoogle(config);
  const signals = Object.entries(google?.signals ?? {}).map(([signal, ids]) => {
    const all = ids.map(keys);
    const asked = all.filter((each) => each !== 1) as SignalKeys[];
    return [signal, all.includes(0) ? 0 : asked[0] ? asked : 1] as const;
  });
  const state = signals.map(([signal]) => [signal, google?.signals[signal]?.[0] ? 'denied' : 'granted']);
  return {
    cookie: config.cookie?.name ?? 'consentry',
    layer: google?.layerName ?? 'dataLayer',
    grantS: (config.regime?.grantDays ?? STRICTEST.grantDays) * DAY_S,
    version: (config.notice?.version ?? 1).toString(36),
    first: google
      ? [['consent', 'default', { ...Object.fromEntries(state), ...google.more }], ...(google.then ?? [])]
      : [],
    signals: Object.fromEntries(signals),
  };
}
