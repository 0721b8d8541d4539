/** The same promise for every call, until it fails. */
export function once<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= start().catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
