/** A list that pages may fill for a vendor that has not arrived, and a function that puts its arguments into it. */
export type Queue = readonly [name: string, call?: string];

/** Makes the lists and functions that vendors' own snippets would have made. What is there already stays. */
export function openQueues(queues: readonly Queue[]): void {
  const page = window as unknown as Record<string, unknown>;
  for (const [name, call] of queues) {
    const list = (page[name] ||= []) as unknown[];
    if (call) {
      page[call] ||= function push() {
        // biome-ignore lint/complexity/noArguments: vendors tell a call by its being an `arguments` object
        list.push(arguments);
      };
    }
  }
}

/** What a page may call for vendors that have not arrived; a build has what its vendors need. */
export type OpenCalls = () => void;

/** Makes functions that keep what they are called with, for adapters that make the vendors' own of them. */
export function openFunctions(...names: readonly string[]): void {
  const page = window as unknown as Record<string, unknown>;
  for (const name of names) {
    const early: IArguments[] = [];
    page[name] ||= Object.assign(
      function call() {
        // biome-ignore lint/complexity/noArguments: as above
        early.push(arguments);
      },
      { early },
    );
  }
}

/** Makes a list whose methods put `[method, ...arguments]` into it. */
export function openMethods(name: string, methods: string): void {
  const page = window as unknown as Record<string, unknown>;
  const list = (page[name] ||= []) as unknown[] & Record<string, unknown>;
  for (const method of methods.split(' '))
    list[method] ||= (...args: unknown[]) => list.push([method, ...args]);
}
