/** How tabs of one site tell each other that the cookie has changed. */
export interface TabChannel {
  /** Tells the other tabs. */
  announce(): void;
  /** Calls `listener` when another tab has announced; returns the way to stop. */
  listen(listener: () => void): () => void;
}

/**
 * Tabs joined by a BroadcastChannel. Where there is none (opaque origins, old browsers) it does nothing: the
 * page then follows at its next `refresh()`. The message carries nothing, since the cookie is what counts.
 */
export function createTabChannel(
  name = 'consentry',
  onOpen?: (channel: BroadcastChannel) => void,
): TabChannel {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
    onOpen?.(channel);
  } catch {
    // as said
  }
  return {
    announce: () => channel?.postMessage(0),
    listen(listener) {
      if (channel) channel.onmessage = listener;
      return () => channel?.close();
    },
  };
}
