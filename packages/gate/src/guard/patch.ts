/**
 * Runs before a guarded function with its arguments, which it may change. True: the function is not called, and answers
 * null. Anything else but nothing: that is its answer.
 */
export type Before = (args: unknown[], self: unknown, name: string) => unknown;

/**
 * Puts a guard before functions, setters or getters of one realm, by name; what is not there is passed over.
 * `after` sees what the native one answered and may answer something else.
 */
export type Patch = (
  owner: object | undefined,
  names: string,
  before: Before | undefined,
  after?: (result: unknown, args: unknown[]) => unknown,
) => void;

/** Native objects by what stands in for them. */
export type Natives = WeakMap<object, object>;

type Native = (...args: never[]) => unknown;

/**
 * Guards native functions by proxies: name, length, prototype, `instanceof` and every error stay the
 * browser's own, and `toString` is answered for the native one. While nothing is withheld, or while the
 * guard itself is at work, calls go straight through.
 */
export function createPatch(isActive: () => boolean): { readonly patch: Patch; readonly natives: Natives } {
  const natives: Natives = new WeakMap();
  let busy = false;
  /** A guard's own work is not guarded, and a fault in it leaves the page's call as it is. */
  const ask = <T>(run: () => T): T | undefined => {
    if (busy || !isActive()) return undefined;
    busy = true;
    try {
      return run();
    } catch (error) {
      // The one thing that is thrown on purpose.
      if (error instanceof DOMException) throw error;
      return undefined;
    } finally {
      busy = false;
    }
  };
  return {
    natives,
    patch(owner, names, before, after) {
      for (const name of names.split(' ')) {
        const slot = owner && Object.getOwnPropertyDescriptor(owner, name);
        const kind = slot?.set ? 'set' : slot?.get ? 'get' : 'value';
        const native = slot?.[kind] as Native | undefined;
        if (!slot?.configurable || !native) continue;
        const through = (args: unknown[], self: unknown, call: () => unknown) => {
          const answer = before && ask(() => before(args, self, name));
          if (answer) return answer === true ? null : answer;
          const result = call();
          return (after && ask(() => after(result, args))) ?? result;
        };
        const guarded = new Proxy(native, {
          apply(_, self, args) {
            const real = natives.get(self) ?? self;
            return through(args, real, () => Reflect.apply(native, real, args));
          },
          construct: (_, args, target) =>
            through(args, undefined, () => Reflect.construct(native, args, target)) as object,
        });
        natives.set(guarded, native);
        Object.defineProperty(owner, name, { ...slot, [kind]: guarded });
      }
    },
  };
}
