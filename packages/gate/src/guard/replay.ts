import type { Before } from './patch.js';
import type { StoreGuard } from './stores.js';

/**
 * Keeps requests to vendors whose `held` is `"replay"` until they are allowed, and sends each once then; whoever waits
 * for the answer waits so long. For requests that carry an answer to the visitor: what is collected about a visitor
 * before a yes is better refused, which is the default.
 */
export const guardReplay: StoreGuard = (realm, _, patch, natives, { ownerOf, vendors, whenAllowed }) => {
  const { fetch, XMLHttpRequest, Navigator } = realm;
  /** The vendor that withholds this address and wants its requests kept. */
  const keptFor = (address: unknown) => {
    const owner = ownerOf(address);
    return vendors.find(({ id, held }) => id === owner && held === 'replay')?.id;
  };
  /** The browser's own function behind what the guard has put before it. */
  const native = (fn: unknown) => (natives.get(fn as object) ?? fn) as (...args: unknown[]) => unknown;
  const requests = XMLHttpRequest.prototype;
  const [send, beacon, open, sendRequest] = [
    fetch,
    Navigator.prototype.sendBeacon,
    requests.open,
    requests.send,
  ].map(native) as [Native, Native, Native, Native];

  patch(realm, 'fetch', (args) => {
    const vendor = keptFor(args[0]);
    const given = [...args];
    return (
      vendor &&
      new Promise((resolve) => whenAllowed(vendor, () => resolve(Reflect.apply(send, realm, given))))
    );
  });
  patch(Navigator.prototype, 'sendBeacon', (args, navigator) => {
    const vendor = keptFor(args[0]);
    const given = [...args];
    if (vendor) whenAllowed(vendor, () => Reflect.apply(beacon, navigator, given));
    // The refused one behind this says that the browser has taken it.
  });
  const kept = new WeakMap<object, string>();
  const opens: Before = (args, request) => {
    const vendor = keptFor(args[1]);
    kept.delete(request as object);
    if (!vendor) return false;
    // Really opened, so that headers and listeners can be set; only the sending waits.
    Reflect.apply(open, request, args);
    kept.set(request as object, vendor);
    return true;
  };
  patch(requests, 'open', opens);
  patch(requests, 'send', (args, request) => {
    const vendor = kept.get(request as object);
    if (!vendor) return false;
    kept.delete(request as object);
    whenAllowed(vendor, () => Reflect.apply(sendRequest, request, args));
    return true;
  });
};

type Native = (...args: unknown[]) => unknown;
