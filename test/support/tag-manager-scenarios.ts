// Runs the tests that stand in a template of Tag Manager, as its editor does.
// https://developers.google.com/tag-platform/tag-manager/templates/tests

import { expect } from 'vitest';
import { type Calls, createApis, runSandboxed } from './tag-manager-sandbox.js';
import type { Template } from './tag-manager-template.js';

type Fn = (...args: unknown[]) => unknown;

/** Runs one of a template's tests; throws where it fails. Answers how much it has asserted. */
export function runScenario(template: Template, code: string): number {
  const calls: Calls = [];
  const mocks: Record<string, unknown> = {};
  // Permissions are looked at for what is not mocked, as in the editor.
  const real = createApis(template.permissions, { window: {}, load: () => false }, []);
  let asserted = 0;
  const require = (name: string) => {
    if (!Object.hasOwn(real, name)) throw new Error(`There is no API ${name}.`);
    return (...args: unknown[]) => {
      calls.push([name, ...args]);
      if (!Object.hasOwn(mocks, name)) return (real[name] as Fn)(...args);
      const mock = mocks[name];
      return typeof mock === 'function' ? mock(...args) : mock;
    };
  };
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
  const of = (api: string) => calls.filter(([name]) => name === api).map(([, ...args]) => plain(args));
  const check = (run: () => void) => () => {
    asserted += 1;
    run();
  };
  runSandboxed(`${template.setup}\n${code}`, {
    require,
    mock: (name: string, value: unknown) => {
      mocks[name] = value;
    },
    runCode: (data: object) => {
      const done = (name: string) => () => void calls.push([name]);
      const given = { ...data, gtmOnSuccess: done('gtmOnSuccess'), gtmOnFailure: done('gtmOnFailure') };
      return runSandboxed(template.code, { require, data: given });
    },
    assertApi: (api: string) => ({
      wasCalled: check(() => expect(of(api), api).not.toEqual([])),
      wasNotCalled: check(() => expect(of(api), api).toEqual([])),
      wasCalledWith: (...args: unknown[]) => check(() => expect(of(api), api).toContainEqual(plain(args)))(),
    }),
    assertThat: (value: unknown) => ({
      isEmpty: check(() => expect(value).toHaveLength(0)),
      hasLength: (length: number) => check(() => expect(value).toHaveLength(length))(),
      isEqualTo: (other: unknown) => check(() => expect(plain(value)).toEqual(plain(other)))(),
    }),
  });
  return asserted;
}
