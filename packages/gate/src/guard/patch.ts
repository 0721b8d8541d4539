/**
 * Runs before a guarded function with its arguments, which it may change. True: the function is not called, and answers
 * null. Anything else but nothing: that is its answer.
 */
export type Before = (args: unknown[], self: unknown, name: string) => unknown;

/** Sees what the native one answered, and may answer something else. */
export type After = (result: unknown, args: unknown[]) => unknown;

/** Puts a guard before functions, setters or getters of one realm, by name; what is not there is passed over. */
export type Patch = (
  owner: object | undefined,
  names: string,
  before: Before | undefined,
  after?: After,
) => void;

/** Native objects by what stands in for them. */
export type Natives = WeakMap<object, object>;

type Native = (...args: never[]) => unknown;

/** A way to patch that can be switched off as a whole. */
export interface Patcher {
  readonly patch: Patch;
  readonly natives: Natives;
  /** Whether anything is withheld; while not, calls go straight through. */
  activate(active: boolean): void;
}

/**
 * Guards native functions by proxies: name, length, prototype, `instanceof` and every error stay the
 * browser's own, and `toString` is answered for the native one. A guard's own work is not guarded.
 */
export function createPatcher(): Patcher {
  const natives: Natives = new WeakMap();
  let active = false;
  /** Runs ours, unguarded; a fault in it leaves the page's call as it is. */
  const ask = (run: () => unknown): unknown => {
    const before = active;
    active = false;
    try {
      return run();
    } catch (error) {
      // The one thing that is thrown on purpose.
      if (error instanceof DOMException) throw error;
      return undefined;
    } finally {
      active = before;
    }
  };
  return {
    natives,
    activate(on) {
      active = on;
    },
    patch(owner, names, before, after) {
      for (const name of names.split(' ')) {
        const slot = owner && Object.getOwnPropertyDescriptor(owner, name);
        const kind = slot?.set ? 'set' : slot?.get ? 'get' : 'value';
        const native = slot?.[kind] as Native | undefined;
        if (!slot?.configurable || !native) continue;
        const through = (args: unknown[], self: unknown, call: () => unknown) => {
          // Shadow trees are noticed always, for what is marked in them.
          if (!active && name !== 'attachShadow') return call();
          const answer = before && ask(() => before(args, self, name));
          if (answer) return answer === true ? null : answer;
          const result = call();
          return (after && ask(() => after(result, args))) ?? result;
        };
        const guarded = new Proxy(native, {
          apply: (_, given, args) => {
            const self = natives.get(given) ?? given;
            return through(args, self, () => Reflect.apply(native, self, args));
          },
          construct: (_, args, target) =>
            through(args, undefined, () => Reflect.construct(native, args, target)) as object,
        });
        natives.set(guarded, native);
        slot[kind] = guarded;
        Object.defineProperty(owner, name, slot);
        const { prototype } = native as { prototype?: object };
        if (prototype?.constructor === native) prototype.constructor = guarded as never;
      }
    },
  };
}
