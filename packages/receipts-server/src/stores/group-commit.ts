/** Options of {@link createGroupCommit}. */
export interface GroupCommitOptions {
  /** Most items in one commit. @default 256 */
  readonly mostTogether?: number;
  /** Most items waiting; the next one is rejected at once. @default 10000 */
  readonly mostWaiting?: number;
  /** Commits under way at the same time: 1 where the engine has one writer. @default 1 */
  readonly lanes?: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Items on their way into commits. */
export interface GroupCommit<Item, Result> {
  /** Resolves when the item has been committed. */
  readonly add: (item: Item) => Promise<Result>;
  /** Resolves when nothing waits any more; what is added from now on is rejected. */
  readonly end: () => Promise<void>;
}

/**
 * Turns a commit of many into an addition of one. There is no timer: what is added in one go is committed at once,
 * and what arrives during a commit goes into the next. So a lone visitor waits for one flush of the disk,
 * and a crowd shares it.
 */
export function createGroupCommit<Item, Result>(
  commit: (items: Item[]) => Promise<Result[]>,
  { mostTogether = 256, mostWaiting = 10_000, lanes = 1 }: GroupCommitOptions = {},
): GroupCommit<Item, Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let committing = 0;
  let isStarting = false;
  let ended: Promise<void> | undefined;
  let finish = () => {};

  const run = async () => {
    committing++;
    while (waiting.length > 0) {
      const group = waiting.splice(0, mostTogether);
      try {
        const results = await commit(group.map(({ item }) => item));
        group.forEach(({ resolve }, i) => {
          resolve(results[i] as Result);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    committing--;
    if (committing === 0) finish();
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new Error('The store is closed.'));
        if (waiting.length >= mostWaiting)
          return reject(new Error(`${mostWaiting} records are waiting to be stored already.`));
        waiting.push({ item, resolve, reject });
        if (isStarting || committing >= lanes) return;
        isStarting = true;
        // Not yet: those that were signed together come one right after the other.
        queueMicrotask(() => {
          isStarting = false;
          void run();
        });
      }),
    end() {
      ended ??= new Promise((resolve) => {
        finish = resolve;
        if (committing === 0 && waiting.length === 0) finish();
      });
      return ended;
    },
  };
}
