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
