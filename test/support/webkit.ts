import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { againAfterNavigation } from './again-after-navigation.js';
import { find } from './browsers.mjs';
import { callText } from './call-text.js';
import type { Engine } from './engines.js';
import type { Visitor } from './visitor.js';

/** Keys of the WebDriver protocol: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Shift: '\uE008' };

/**
 * WebKitGTK through its W3C driver, which is plain HTTP. A visitor is a session: it starts with nothing
 * stored. Requests cannot be refused here; machines that run the tests have no way out anyway, and the
 * other engines would have told.
 */
export async function startWebKit(): Promise<Engine> {
  const file = find('webkit');
  if (!file) throw new Error('There is no WebKitWebDriver here; run node test/support/browsers.mjs.');
  let driver = await startDriver(file);
  /** A session. Now and then a driver does not answer when it is asked for one; then another driver is. */
  const startSession = async () => {
    for (let tries = 1; ; tries++) {
      try {
        const { sessionId } = await call<{ sessionId: string }>(
          driver.base,
          'POST',
          '/session',
          {
            capabilities: {
              alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] } },
            },
          },
          15_000,
        );
        return `/session/${sessionId}`;
      } catch (error) {
        if (tries === 3) throw error;
        stop(driver.child);
        driver = await startDriver(file);
      }
    }
  };
  return {
    async welcome() {
      const session = await startSession();
      const { base } = driver;
      await call(base, 'POST', `${session}/timeouts`, { script: 30_000, pageLoad: 30_000 });
      const handle = await call<string>(base, 'GET', `${session}/window`);
      return {
        visitor: visitorIn(base, session, handle),
        leave: async () => void (await call(base, 'DELETE', session)),
        refused: [],
      };
    },
    close: async () => stop(driver.child),
  };
}

/** Starts the driver on a display of its own and waits until it answers. */
async function startDriver(file: string): Promise<{ child: ChildProcess; base: string }> {
  const port = await freePort();
  const child = spawn('xvfb-run', ['-a', file, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      LANG: 'C.UTF-8',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  await answers(`${base}/status`);
  return { child, base };
}

function visitorIn(base: string, session: string, handle: string): Visitor {
  const command = async <T>(method: string, path: string, body?: unknown) => {
    await call(base, 'POST', `${session}/window`, { handle });
    return call<T>(base, method, session + path, body);
  };
  return {
    goto: async (url) => void (await command('POST', '/url', { url })),
    reload: async () => void (await command('POST', '/refresh', {})),
    async run(fn, ...args) {
      const script = `const done = arguments[0];
        Promise.resolve().then(() => ${callText(fn, args)}).then(
          (value) => done({ value: value === undefined ? null : value, nothing: value === undefined }),
          (error) => done({ error: String(error && error.stack || error) }));`;
      type Answer = { value?: unknown; nothing?: boolean; error?: string };
      const { value, nothing, error } = await againAfterNavigation(() =>
        command<Answer>('POST', '/execute/async', { script, args: [] }),
      );
      if (error !== undefined) throw new Error(error);
      return (nothing ? undefined : value) as never;
    },
    async press(...keys) {
      const actions = keys.flatMap((key) => {
        const parts = key.split('+').map((part) => KEYS[part] ?? part);
        return [
          ...parts.map((value) => ({ type: 'keyDown', value })),
          ...parts.reverse().map((value) => ({ type: 'keyUp', value })),
        ];
      });
      await command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async openTab() {
      const { handle: other } = await command<{ handle: string }>('POST', '/window/new', { type: 'tab' });
      return visitorIn(base, session, other);
    },
    messages: () => [],
  };
}

async function call<T>(
  base: string,
  method: string,
  path: string,
  body?: unknown,
  timeoutMs = 60_000,
): Promise<T> {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(timeoutMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (value?.error) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function answers(url: string): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (i > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function miniBrowser(): string {
  for (const folder of readdirSync('/usr/lib')) {
    for (const version of ['4.1', '4.0', '6.0']) {
      const file = `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`;
      try {
        readdirSync(file.slice(0, file.lastIndexOf('/')));
        return file;
      } catch {
        // not in this folder
      }
    }
  }
  throw new Error('There is no MiniBrowser here; it comes with webkit2gtk-driver.');
}

function stop(child: ChildProcess): void {
  // The driver is a child of xvfb-run: the whole group goes.
  if (child.pid) process.kill(-child.pid, 'SIGTERM');
}
