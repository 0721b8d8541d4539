// The part of Tag Manager's sandbox that our template uses, as Google documents it: APIs by `require`, each of them
// allowed by a permission or refused; no globals; what goes in or out is copied, and functions are wrapped.
// https://developers.google.com/tag-platform/tag-manager/templates/api (and /permissions, /tests)

import { createContext, runInContext } from 'node:vm';
import type { Permissions, Template } from './tag-manager-template.js';

type Fn = (...args: never[]) => unknown;
type Row = Readonly<Record<string, unknown>>;

/** What a tag has done, call by call: name of the API and what it was given. */
export type Calls = (readonly [api: string, ...args: unknown[]])[];

/** The page and the container around a tag. */
export interface Surroundings {
  readonly window: Record<string, unknown>;
  /** Loads a script; answers whether it came. */
  readonly load: (url: string) => boolean;
}

/** Copies what crosses the border of the sandbox; what it has no type for is undefined there. */
function crossing(value: unknown): unknown {
  if (typeof value === 'function')
    return (...args: unknown[]) => crossing((value as Fn)(...(args.map(crossing) as never[])));
  if (Array.isArray(value)) return value.map(crossing);
  if (value === null || typeof value !== 'object') return value;
  const name = Object.prototype.toString.call(value);
  if (name !== '[object Object]') return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, crossing(item)]));
}

/** The value at a path of `window`, and what it is a property of. */
function at(window: Record<string, unknown>, path: string): { owner: unknown; value: unknown } {
  let owner: unknown;
  let value: unknown = window;
  for (const name of path.split('.')) {
    owner = value;
    value = value === undefined || value === null ? undefined : (value as Record<string, unknown>)[name];
  }
  return { owner, value };
}

/** The APIs of a tag that has these permissions. */
export function createApis(permissions: Permissions, { window, load }: Surroundings, calls: Calls) {
  const demand = (allowed: unknown, what: string) => {
    if (!allowed) throw new Error(`Permission denied: ${what}`);
  };
  const rows = (permission: string) => (permissions[permission] ?? []) as readonly Row[];
  const globals = (path: string, ...uses: string[]) =>
    uses.every((use) => rows('access_globals').some((row) => row.key === path && row[use] === true));
  const states = (state: Row) => {
    for (const type of Object.keys(state).filter((key) => key !== 'region' && key !== 'wait_for_update'))
      demand(
        rows('access_consent').some((row) => row.consentType === type && row.write === true),
        `access_consent write ${type}`,
      );
  };
  const mayInject = (url: string) =>
    ((permissions.inject_script ?? []) as readonly string[]).some((pattern) =>
      new RegExp(
        `^${pattern
          .split('*')
          .map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'))
          .join('.*')}$`,
      ).test(url),
    );
  const apis: Record<string, Fn> = {
    callInWindow(path: string, ...args: unknown[]) {
      demand(globals(path, 'execute'), `access_globals execute ${path}`);
      const { owner, value } = at(window, path);
      if (typeof value !== 'function') return undefined;
      return crossing((value as Fn).apply(owner, args.map(crossing) as never[]));
    },
    copyFromWindow(path: string) {
      demand(globals(path, 'read'), `access_globals read ${path}`);
      return crossing(at(window, path).value);
    },
    createQueue(path: string) {
      demand(globals(path, 'read', 'write'), `access_globals readwrite ${path}`);
      window[path] ||= [];
      return (...values: unknown[]) => (window[path] as unknown[]).push(...values.map(crossing));
    },
    getType: (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value),
    gtagSet(values: Row) {
      for (const key of Object.keys(values))
        demand(
          ((permissions.write_data_layer ?? []) as readonly string[]).includes(key),
          `write_data_layer ${key}`,
        );
    },
    injectScript(url: string, onSuccess: () => void, onFailure: () => void) {
      demand(mayInject(url), `inject_script ${url}`);
      (load(url) ? onSuccess : onFailure)();
    },
    makeInteger: (value: unknown) => Math.trunc(Number(value)),
    queryPermission: (permission: string, url: string) => permission === 'inject_script' && mayInject(url),
    setDefaultConsentState: states,
    updateConsentState: states,
  };
  return Object.fromEntries(
    Object.entries(apis).map(([name, api]) => [
      name,
      (...args: never[]) => {
        calls.push([name, ...args.map((arg) => crossing(arg))]);
        return api(...args);
      },
    ]),
  ) as Record<string, Fn>;
}

/** Everything a page has and sandboxed code does not see. */
const HIDDEN = Object.getOwnPropertyNames(globalThis).filter(
  (name) => /^[A-Za-z_]\w*$/.test(name) && !['undefined', 'eval'].includes(name),
);

/** Runs sandboxed code as Tag Manager does: the body of a function that sees what it is given and nothing else. */
export function runSandboxed(code: string, given: Readonly<Record<string, unknown>>): unknown {
  const hidden = HIDDEN.filter((name) => !(name in given));
  const parameters = [...Object.keys(given), ...hidden].join(', ');
  const run = runInContext(`(function (${parameters}) { 'use strict';\n${code}\n})`, createContext({}));
  return run(...Object.values(given));
}

/** Runs a template's tag with these values of its fields; answers what it did, also later on. */
export function runTag(
  template: Template,
  data: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): Calls {
  const calls: Calls = [];
  const apis = createApis(template.permissions, surroundings, calls);
  const require = (name: string) => {
    if (!Object.hasOwn(apis, name)) throw new Error(`There is no API ${name}.`);
    return apis[name];
  };
  const done = (name: string) => () => void calls.push([name]);
  runSandboxed(template.code, {
    require,
    data: Object.assign(Object.create(data), {
      gtmOnSuccess: done('gtmOnSuccess'),
      gtmOnFailure: done('gtmOnFailure'),
    }),
  });
  return calls;
}
