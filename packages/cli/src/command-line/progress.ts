import type { Progress } from './command.js';

/** What progress is shown on. */
export interface ProgressPlatform {
  readonly stream: { readonly isTTY?: boolean; write(text: string): unknown };
  /** Milliseconds. */
  readonly now: () => number;
  readonly every: (run: () => void, ms: number) => { stop(): void };
}

/** Says what takes so long. */
export interface ProgressLine {
  readonly progress: Progress;
  /** Takes the line away, before something else is printed. */
  clear(): void;
  /** Takes the line away, and shows no other. */
  end(): void;
}

/** Nobody has to be told of what is over in a second. */
const PATIENCE_MS = 1000;

/**
 * Shows on a terminal's last line what is being done and for how many seconds, once it has taken longer than one. Where
 * there is no terminal nothing is written.
 */
export function createProgress({ stream, now, every }: ProgressPlatform): ProgressLine {
  const start = now();
  let doing: string | undefined;
  let isShown = false;
  let timer: { stop(): void } | undefined;
  const clear = () => {
    if (isShown) stream.write('\r\u001b[2K');
    isShown = false;
  };
  const show = () => {
    const ms = now() - start;
    if (doing === undefined || ms < PATIENCE_MS) return;
    stream.write(`\r\u001b[2K${doing} … ${Math.floor(ms / 1000)} s`);
    isShown = true;
  };
  return {
    progress(text) {
      if (!stream.isTTY) return;
      doing = text;
      timer ??= every(show, 200);
    },
    clear,
    end() {
      timer?.stop();
      doing = undefined;
      clear();
    },
  };
}
