/** Attributes of a frame that an adapter puts into the page. */
export interface FrameOptions {
  readonly src: string;
  /** Accessible name of the frame. */
  readonly title: string;
  /** CSS selector of the element that takes the frame. */
  readonly target: string;
  /** Height in CSS pixels. @default 150, as HTML has it */
  readonly height?: number | undefined;
}

/**
 * Puts a frame into the first element that matches, as soon as there is one. Returns the way to take it
 * out again (or to stop waiting for its place).
 */
export function placeFrame(
  document: Document,
  { src, title, target, height = 150 }: FrameOptions,
): () => void {
  const frame = document.createElement('iframe');
  frame.src = src;
  frame.title = title;
  frame.width = '100%';
  frame.height = `${height}`;
  // The script runs in the head: the place is usually not there yet.
  const place = () => frame.isConnected || document.querySelector(target)?.append(frame);
  place();
  document.addEventListener('DOMContentLoaded', place);
  return () => {
    document.removeEventListener('DOMContentLoaded', place);
    frame.remove();
  };
}
