import type { Adapter } from '@consentry/adapters/define-adapter';
import { vi } from 'vitest';

type Page = Record<string, unknown>;
const page = globalThis as unknown as Page;

/** Names that only exist once a vendor's script is there, by vendor; here they write down how they are called. */
const MADE_BY_SCRIPTS: Readonly<Record<string, string>> = {
  'datadog-rum': 'DD_RUM',
  livechat: 'LiveChatWidget',
  logrocket: 'LogRocket',
  marketo: 'Munchkin',
  'microsoft-uet': 'UET',
  'treasure-data': 'Treasure',
  zendesk: 'zE',
};

/**
 * Writes down, line by line and in order, what an adapter does to a page: calls that wait in a vendor's queue, names it
 * sets, scripts and frames it puts there. Lines since the last look are what {@link CallRecorder.take} answers.
 */
export interface CallRecorder {
  say(line: string): void;
  take(): string[];
}

/** Starts to record a page that no vendor has touched yet. */
export function recordCalls({ vendor }: Adapter): CallRecorder {
  const before = new Set(Object.keys(page));
  const lists = new Map<string, readonly unknown[]>();
  const values = new Map<string, string>();
  const lines: string[] = [];

  const noteList = (call: (item: unknown) => string, path: string, list: readonly unknown[]) => {
    let known = lists.get(path) ?? [];
    if (known.some((item, i) => item !== list[i])) {
      lines.push(`${path} emptied`);
      known = [];
    }
    for (const item of list.slice(known.length)) lines.push(call(item));
    lists.set(path, [...list]);
  };
  const noteValue = (path: string, value: unknown) => {
    const text = show(value);
    if (values.get(path) !== text) lines.push(`${path} = ${text}`);
    values.set(path, text);
  };
  const noteMembers = (path: string, owner: object) => {
    for (const [key, member] of Object.entries(owner)) {
      if (/^\d+$/.test(key) || typeof member === 'function') continue;
      // A queue on a function is the calls of that function.
      if (Array.isArray(member)) {
        const call =
          typeof owner === 'function' ? (item: unknown) => `${path}${asArguments(item)}` : undefined;
        noteList(call ?? ((item) => `${path}.${key}.push(${show(item)})`), `${path}.${key}`, member);
      } else noteValue(`${path}.${key}`, member);
    }
  };
  const note = () => {
    const named = new Map<unknown, string>();
    for (const name of Object.keys(page)) {
      if (before.has(name) || name === MADE_BY_SCRIPTS[vendor]) continue;
      const value = page[name];
      const other = named.get(value);
      if (other && isNameable(value)) {
        // The same thing under a second name.
        if (values.get(name) !== other) lines.push(`${name} = ${other}`);
        values.set(name, other);
        continue;
      }
      named.set(value, name);
      if (Array.isArray(value)) noteList((item) => `${name}.push(${show(item)})`, name, value);
      if (typeof value === 'function' || (isObject(value) && !(value instanceof Date)))
        noteMembers(name, value);
      else noteValue(name, value);
    }
  };

  const { append } = Element.prototype;
  vi.spyOn(Element.prototype, 'append').mockImplementation(function (this: Element, ...nodes) {
    note();
    for (const node of nodes) {
      if (node instanceof Element) lines.push(`${node.localName} ${attributes(node)}`);
    }
    const name = MADE_BY_SCRIPTS[vendor];
    if (name) arrive(name, (line) => lines.push(line));
    append.apply(this, nodes);
  });
  return {
    say: (line) => {
      note();
      lines.push(line);
    },
    take() {
      note();
      return lines.splice(0);
    },
  };
}

/** The vendor's script is there: its name answers to everything, and what waited for it runs. */
function arrive(name: string, say: (line: string) => void): void {
  const waiting = (page[name] as { q?: readonly (() => void)[] } | undefined)?.q ?? [];
  page[name] = speaking(name, say);
  for (const run of waiting) run();
}

/** Something that can be called, constructed, and asked for methods, and says so. */
function speaking(name: string, say: (line: string) => void): unknown {
  return new Proxy(function vendor() {}, {
    get: (_, member) =>
      member === 'onReady' ? (run: () => void) => run() : speaking(`${name}.${String(member)}`, say),
    set: () => true,
    apply: (_, __, args) => void say(`${name}${asArguments(args)}`),
    construct(_, args) {
      say(`new ${name}${asArguments(args)}`);
      return speaking(name.toLowerCase(), say) as object;
    },
  });
}

function asArguments(item: unknown): string {
  const args = isObject(item) && 'length' in item ? Array.from(item as ArrayLike<unknown>) : [item];
  return `(${args.map(show).join(', ')})`;
}

/** JSON, with what JSON has no words for: times, and functions, which are shown by what they do. */
function show(value: unknown): string {
  if (typeof value === 'function') {
    const said: string[] = [];
    if (value.length > 0) (value as (argument: unknown) => void)(speaking('sdk', (line) => said.push(line)));
    return `sdk => ${said.join('; ') || 'nothing'}`;
  }
  const text = JSON.stringify(value, (key, item) => {
    if (typeof item === 'number' && item > 1e12) return '<time>';
    if (typeof item === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(item)) return '<time>';
    // A whole arguments object comes as an object with numbers for keys.
    if (key === '' && Object.prototype.toString.call(item) === '[object Arguments]')
      return Array.from(item as ArrayLike<unknown>);
    return item;
  });
  return text ?? 'undefined';
}

function attributes(element: Element): string {
  const { src = '', ...rest } = Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [name, /^\d{13}$/.test(value) ? '<time>' : value]),
  );
  const more = Object.entries(rest).map(([name, value]) => ` ${name}=${value}`);
  return src + more.sort().join('');
}

function isNameable(value: unknown): boolean {
  return isObject(value) || typeof value === 'function';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
