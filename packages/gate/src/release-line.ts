/** How long one slice of work may take, in milliseconds; a page that answers within 50 feels immediate. */
const SLICE_MS = 10;
/** A click that releases more than so many is answered before the first slice. */
const MANY = 200;

/** Works through elements in the order in which they came, a slice at a time. */
export interface ReleaseLine {
  /** Puts elements at the end; those that are there already keep their place. */
  add(elements: Iterable<Element>): void;
}

/**
 * Handles each element once per time it is added. The first slice runs at once unless there are many; while there is more, the page gets
 * its turn in between, so that releasing hundreds of tags blocks neither a click nor a frame.
 */
export function createReleaseLine(handle: (element: Element) => void): ReleaseLine {
  /** A set iterates in the order of insertion, also over what is added meanwhile. */
  const line = new Set<Element>();
  let running = false;
  const run = async () => {
    running = true;
    // So many have taken their time to be found already.
    let sliceEnd = line.size > MANY ? 0 : performance.now() + SLICE_MS;
    for (const element of line) {
      line.delete(element);
      handle(element);
      if (performance.now() > sliceEnd) {
        await nextTurn();
        sliceEnd = performance.now() + SLICE_MS;
      }
    }
    running = false;
  };
  return {
    add(elements) {
      for (const element of elements) line.add(element);
      if (!running && line.size > 0) run();
    },
  };
}

interface Scheduler {
  yield?(): Promise<void>;
}

/** After whatever else waits for the main thread. A timer would wait for at least four milliseconds each time. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return (
    scheduler?.yield?.() ??
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    })
  );
}
