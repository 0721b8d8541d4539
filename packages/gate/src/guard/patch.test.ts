import { describe, expect, it, vi } from 'vitest';
import { createPatcher } from './patch.js';

/** Something native-like: a function, a class, a setter and a getter on one object. */
function target() {
  let value = 'first';
  class Maker {
    readonly given: string;
    constructor(given: string) {
      this.given = given;
    }
  }
  return {
    calls: [] as unknown[],
    send(this: unknown, first: string, second?: string) {
      return `${first}-${second}`;
    },
    Maker,
    get value() {
      return value;
    },
    set value(next: string) {
      value = next;
    },
    get area() {
      return { name: 'area' };
    },
  };
}
function active() {
  const patcher = createPatcher();
  patcher.activate(true);
  return patcher;
}

describe('a guarded function', () => {
  it('is called with what came before it left of the arguments', () => {
    const object = target();
    active().patch(object, 'send', (args) => {
      args[0] = 'changed';
    });
    expect(object.send('x', 'y')).toBe('changed-y');
  });

  it('is not called where what came before says so, and answers null', () => {
    const object = target();
    active().patch(object, 'send', ([first]) => first === 'no');
    expect(object.send('no')).toBeNull();
    expect(object.send('yes')).toBe('yes-undefined');
  });

  it('answers what came before it answers, or what came after', () => {
    const object = target();
    const { patch } = active();
    patch(object, 'send', () => 'before');
    expect(object.send('x')).toBe('before');
    patch(object, 'area', undefined, () => 'after');
    expect(object.area).toBe('after');
  });

  it('keeps its name, its length, its errors and what it says of itself', () => {
    const object = target();
    const native = object.send;
    const { patch, natives } = active();
    patch(object, 'send', () => false);
    expect(object.send).not.toBe(native);
    expect([object.send.name, object.send.length]).toEqual(['send', 2]);
    expect(natives.get(object.send)).toBe(native);
    const names = Object.keys(object);
    expect(names).toEqual(Object.keys(target()));
  });

  it('makes instances of the native class, and is one with it for instanceof', () => {
    const object = target();
    const { Maker } = object;
    active().patch(object, 'Maker', (args) => {
      args[0] = 'changed';
    });
    const made = new object.Maker('x');
    expect(made.given).toBe('changed');
    expect(made).toBeInstanceOf(Maker);
    expect(made).toBeInstanceOf(object.Maker);
    expect(made.constructor).toBe(object.Maker);
    expect(() => (object.Maker as unknown as () => void)()).toThrow(TypeError);
  });

  it('may be a setter; the getter beside it is left alone', () => {
    const object = target();
    active().patch(object, 'value', ([next]) => next === 'no');
    object.value = 'no';
    expect(object.value).toBe('first');
    object.value = 'second';
    expect(object.value).toBe('second');
  });

  it('goes straight through while nothing is withheld', () => {
    const object = target();
    const before = vi.fn();
    const { patch, activate } = createPatcher();
    patch(object, 'send', before);
    expect(object.send('x')).toBe('x-undefined');
    activate(true);
    object.send('x');
    expect(before).toHaveBeenCalledOnce();
    activate(false);
    object.send('x');
    expect(before).toHaveBeenCalledOnce();
  });

  it('goes straight through for what a guard does itself', () => {
    const object = target();
    const before = vi.fn(() => {
      object.send('inner');
    });
    active().patch(object, 'send', before);
    object.send('outer');
    expect(before).toHaveBeenCalledOnce();
  });

  it('is called as ever where the guard fails, and throws what a guard throws on purpose', () => {
    const object = target();
    const { patch } = active();
    patch(object, 'send', () => {
      throw new TypeError('a fault of ours');
    });
    expect(object.send('x')).toBe('x-undefined');
    patch(object, 'value', () => {
      throw new DOMException('withheld', 'SecurityError');
    });
    expect(() => {
      object.value = 'x';
    }).toThrow('withheld');
    patch(object, 'area', () => false);
    expect(object.area).toEqual({ name: 'area' });
  });

  it('is passed over where it is missing or frozen', () => {
    const { patch } = active();
    expect(() => patch(undefined, 'send', () => true)).not.toThrow();
    const frozen = Object.freeze({ send: () => 'native' });
    expect(() => patch(frozen, 'send nothing', () => true)).not.toThrow();
    expect(frozen.send()).toBe('native');
  });
});
