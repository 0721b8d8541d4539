import { cookieKey, STRICTEST } from '@consentry/core';
import { compileAdapters, compileDefinition, type Descriptions } from './compile.js';
import type { SiteConfig } from './site-config.js';
import type { SignalKeys, StubConfig } from './stub.js';

const DAY_S = 86_400;

/** What the head stub needs; only sites with a Google adapter have one that says anything. */
export function compileStub(
  config: SiteConfig,
  descriptions: Descriptions,
  defaultSignals: Readonly<Record<string, string | true>>,
): StubConfig {
  const definition = compileDefinition(config, descriptions);
  const google = compileAdapters(config).find(({ adapter }) => adapter === 'google-analytics');
  const refusable = (id: string) =>
    definition.purposes.some((purpose) => purpose.id === id && purpose.signals?.length);
  const keyOf = (id: string) =>
    `${refusable(id) && definition.regime?.gpc !== 'inform' ? '!' : ''}${cookieKey(id)}`;
  const keys = (id: string | true): 0 | 1 | SignalKeys => {
    if (id === true) return 1;
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
  const signals = google
    ? {
        ...defaultSignals,
        analytics_storage: google.vendor,
        ...(google.options.signals as object | undefined),
      }
    : {};
  return {
    cookie: config.cookie?.name ?? 'consentry',
    layer: (google?.options.layerName as string | undefined) ?? 'dataLayer',
    grantS: (config.regime?.grantDays ?? STRICTEST.grantDays) * DAY_S,
    version: (config.notice?.version ?? 1).toString(36),
    signals: Object.fromEntries(
      Object.entries(signals).map(([signal, id]) => [signal, keys(id as string | true)]),
    ),
  };
}
