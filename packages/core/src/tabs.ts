/** How tabs of one site tell each other what was decided. */
export interface TabChannel {
  /** Gives the other tabs the text of the new cookie. */
  announce(text: string): void;
  /** Calls `listener` with what another tab has announced; returns the way to stop. */
  listen(listener: (text: string) => void): () => void;
}

/**
 * Tabs joined by a BroadcastChannel. Where there is none (opaque origins, old browsers) it does nothing: the
 * page then follows at its next `refresh()`. The message carries the cookie's text, because it may arrive before
 * the cookie does: Firefox brings both to another process by different ways.
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
    announce: (text) => channel?.postMessage(text),
    listen(listener) {
      if (channel) channel.onmessage = ({ data }) => listener(data);
      return () => channel?.close();
    },
  };
}
