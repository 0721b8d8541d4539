import type { AdapterHooks } from '../define-adapter.js';
import { type FrameOptions, placeFrame } from './place-frame.js';

/** Where an embed is placed by its adapter, when the page's markup does not hold it already. */
export interface EmbedOptions {
  /** CSS selector of the element that takes the frame; without it the adapter places none. */
  target?: string;
  /** Accessible name of the frame. @default the vendor's name */
  title?: string;
  /** Height of the frame in CSS pixels. @default 150, as HTML has it */
  height?: number;
}

/**
 * The hooks of an embed: its frame is placed after a grant and taken out after a withdrawal. Without a `target` there
 * are none, since frames in the page's own markup are withheld and given back by their host.
 */
export function embed(src: string, { target, ...rest }: Partial<FrameOptions>, title: string): AdapterHooks {
  if (!target) return {};
  let remove: (() => void) | undefined;
  return {
    onGrant({ document }) {
      remove?.();
      remove = placeFrame(document, { title, ...rest, src, target });
    },
    onWithdraw() {
      remove?.();
    },
  };
}
