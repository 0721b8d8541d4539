import type { Adapter, AdapterContext } from './define-adapter.js';

/**
 * Lets some vendors wait for others: an adapter starts once every vendor that `after` names for it runs and its scripts
 * have loaded or failed. A vendor that needs another cannot do without it, so while one of those is not
 * allowed it is withheld, and it is stopped with it when that is withdrawn, whatever was said about itself; its storage
 * stays as long as it is allowed. Vendors that `after` does not concern are left as they are.
 */
export function startAfter(
  adapters: readonly Adapter[],
  after: Readonly<Record<string, readonly string[]>>,
  onError: (error: unknown) => void = console.error,
): Adapter[] {
  /** Vendors that are allowed, with what their adapters get. */
  const allowed = new Map<string, AdapterContext>();
  const running = new Set<string>();
  /** Vendors that run and whose scripts are there. */
  const arrived = new Set<string>();
  const find = (vendor: string) => adapters.find((adapter) => adapter.vendor === vendor) as Adapter;
  const dependants = (vendor: string) =>
    adapters.map((adapter) => adapter.vendor).filter((other) => after[other]?.includes(vendor));

  const arrive = (vendor: string) => {
    if (!running.has(vendor)) return;
    arrived.add(vendor);
    for (const other of dependants(vendor)) {
      try {
        start(other);
      } catch (error) {
        onError(error);
      }
    }
  };
  const start = (vendor: string) => {
    const context = allowed.get(vendor);
    if (!context || running.has(vendor) || !(after[vendor] ?? []).every((base) => arrived.has(base))) return;
    running.add(vendor);
    let awaited = 1;
    const settle = () => {
      awaited -= 1;
      if (awaited === 0) arrive(vendor);
    };
    try {
      find(vendor).onGrant?.({
        ...context,
        loadScript: (src, prepare) =>
          context.loadScript(src, (script) => {
            awaited += 1;
            script.addEventListener('load', settle, { once: true });
            script.addEventListener('error', settle, { once: true });
            prepare?.(script);
          }),
      });
    } finally {
      settle();
    }
  };
  const stop = (vendor: string, context: AdapterContext): 'reload' | undefined => {
    arrived.delete(vendor);
    if (!running.delete(vendor)) return;
    // Those that need it go first, while it is still there.
    const answers = dependants(vendor).map((other) => stop(other, context));
    return [...answers, find(vendor).onWithdraw?.(context)].includes('reload') ? 'reload' : undefined;
  };

  return adapters.map((adapter) => {
    const { vendor } = adapter;
    if (!after[vendor] && !dependants(vendor)[0]) return adapter;
    return {
      ...adapter,
      onGrant(context) {
        allowed.set(vendor, context);
        start(vendor);
      },
      onWithdraw(context) {
        allowed.delete(vendor);
        return stop(vendor, context);
      },
    };
  });
}
