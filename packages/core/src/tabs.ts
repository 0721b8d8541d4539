/** How tabs of one site tell each other that the cookie has changed. */
export interface TabChannel {
  /** Tells the other tabs. */
  announce(): void;
  /** Calls `listener` when another tab has announced; returns the way to stop. */
  listen(listener: () => void): () => void;
}

/**
 * Tabs joined by a BroadcastChannel. Where there is none it does nothing: the page then follows at its
 * next `refresh()`. The message carries nothing, since the cookie is what counts.
 */
export function createTabChannel(name = 'consentry'): TabChannel {
  let channel: BroadcastChannel | undefined;
  const open = () => {
    try {
      channel ??= new BroadcastChannel(name);
    } catch {
      // Opaque origins have none; nothing to tell anybody then.
    }
    return channel;
  };
  return {
    announce: () => open()?.postMessage(0),
    listen(listener) {
      const joined = open();
      if (joined) {
        joined.onmessage = listener;
        // In Node an open channel would keep the process alive.
        (joined as { unref?: () => void }).unref?.();
      }
      return () => {
        joined?.close();
        channel = undefined;
      };
    },
  };
}
