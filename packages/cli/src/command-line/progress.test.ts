import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.js';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  let tick = () => {};
  let isRunning = false;
  const line = createProgress({
    stream: { isTTY, write: (text) => written.push(text) },
    now: () => now,
    every(run) {
      [tick, isRunning] = [run, true];
      return {
        stop: () => {
          isRunning = false;
        },
      };
    },
  });
  const pass = (ms: number) => {
    now += ms;
    if (isRunning) tick();
  };
  return { ...line, written, pass, isRunning: () => isRunning };
}

describe('createProgress', () => {
  it('says nothing of what is over in a second, and then what is done and for how long', () => {
    const { progress, pass, written } = terminal(true);
    progress('Building');
    pass(900);
    expect(written).toEqual([]);
    pass(200);
    expect(written).toEqual(['\r\u001b[2KBuilding … 1 s']);
    progress('Weighing');
    pass(1000);
    expect(written.at(-1)).toBe('\r\u001b[2KWeighing … 2 s');
  });

  it('takes its line away before something is printed, and at the end for good', () => {
    const { progress, pass, clear, end, written, isRunning } = terminal(true);
    progress('Building');
    clear();
    expect(written).toEqual([]);
    pass(1500);
    clear();
    expect(written.at(-1)).toBe('\r\u001b[2K');
    pass(200);
    end();
    expect(written.at(-1)).toBe('\r\u001b[2K');
    expect(isRunning()).toBe(false);
  });

  it('writes nothing where there is no terminal', () => {
    const { progress, pass, end, written, isRunning } = terminal(false);
    progress('Building');
    pass(5000);
    end();
    expect(written).toEqual([]);
    expect(isRunning()).toBe(false);
  });
});
