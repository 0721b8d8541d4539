// Chromium over the pipe of its DevTools protocol, with nothing of it switched on but what is asked for, and nothing off.
// A test runner listens to the network of every page: then the browser notes the stack of each request that a script makes,
// for which V8 reads that script a second time. No visitor's browser does. And it keeps no page for going back, and renders
// none ahead.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--lang=en',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--disable-dev-shm-usage',
];
const SCREEN = { width: 1280, height: 720, deviceScaleFactor: 1, mobile: false };
const MOST_MS = 120_000;

/** Starts it. `close` ends it and removes what it has written. */
export async function launchBare(executablePath, args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'consentry-bench-browser-'));
  const child = spawn(executablePath, [...SWITCHES, `--user-data-dir=${folder}`, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const { send, until, on } = connect(child.stdio[3], child.stdio[4]);
  const { product } = await send('Browser.getVersion');
  return {
    version: product.replace(/^.*\//, ''),
    openVisitor: (cookies) => openVisitor(send, until, cookies),
    openTab: () => openTab(send, on),
    /** Everything that was traced while `run` was at work. */
    async trace(includedCategories, run) {
      const events = [];
      const off = on('Tracing.dataCollected', ({ value }) => events.push(...value));
      await send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
      try {
        await run();
      } finally {
        const complete = until('Tracing.tracingComplete');
        await send('Tracing.end');
        await complete;
        off();
      }
      return events;
    },
    async close() {
      const gone = once(child, 'exit');
      await send('Browser.close').catch(() => {});
      await gone;
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A visitor with an own storage, and one page. */
async function openVisitor(send, until, cookies = []) {
  const { browserContextId } = await send('Target.createBrowserContext');
  if (cookies.length > 0) await send('Storage.setCookies', { cookies, browserContextId });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const devtools = { send: (method, params) => send(method, params, sessionId) };
  await devtools.send('Page.enable');
  await devtools.send('Emulation.setDeviceMetricsOverride', SCREEN);
  return {
    devtools,
    page: {
      async goto(url) {
        const loaded = until('Page.loadEventFired', sessionId);
        const { errorText } = await devtools.send('Page.navigate', { url });
        if (errorText) throw new Error(`${url}: ${errorText}`);
        await loaded;
      },
    },
    close: () => send('Target.disposeBrowserContext', { browserContextId }),
  };
}

/**
 * A tab of a visitor's own. Whoever listens to a page alone keeps the browser from rendering another one ahead of its visit; who listens
 * to the tab hears of each page that there is in it. `pages` are their sessions, the latest last.
 */
async function openTab(send, on) {
  const { browserContextId } = await send('Target.createBrowserContext');
  const { targetId } = await send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    forTab: true,
  });
  const { sessionId: tab } = await send('Target.attachToTarget', { targetId, flatten: true });
  /** Of each page's session what ends the wait for its answers: a page that goes away gives none. */
  const pages = new Map();
  const stops = [
    on(
      'Target.attachedToTarget',
      ({ sessionId, targetInfo }) => {
        if (targetInfo.type !== 'page') return;
        let end;
        const gone = new Promise((_, reject) => {
          end = () => reject(new Error('The page has gone: a navigation.'));
        });
        gone.catch(() => {});
        pages.set(sessionId, { gone, end });
      },
      tab,
    ),
    on(
      'Target.detachedFromTarget',
      ({ sessionId }) => {
        pages.get(sessionId)?.end();
        pages.delete(sessionId);
      },
      tab,
    ),
  ];
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, tab);
  return {
    pages: () => [...pages.keys()],
    send: (method, params, session) =>
      Promise.race([
        send(method, params, session),
        pages.get(session)?.gone ?? Promise.reject(new Error('No such page.')),
      ]),
    async close() {
      for (const stop of stops) stop();
      await send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}

/** Messages are JSON, each with a zero behind it. */
function connect(input, output) {
  const answers = new Map();
  const listeners = new Set();
  let number = 0;
  let rest = '';
  const take = ({ id, result, error, method, params, sessionId }) => {
    if (id === undefined) {
      for (const listener of listeners) listener(method, params, sessionId);
      return;
    }
    const { resolve, reject } = answers.get(id);
    answers.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  };
  output.setEncoding('utf8').on('data', (chunk) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop();
    for (const message of messages) take(JSON.parse(message));
  });
  output.on('close', () => {
    for (const { reject } of answers.values()) reject(new Error('The browser has ended.'));
  });
  const on = (wanted, run, session) => {
    const listener = (method, params, sessionId) => {
      if (method === wanted && (session === undefined || session === sessionId)) run(params);
    };
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    on,
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        answers.set(++number, { resolve, reject });
        input.write(`${JSON.stringify({ id: number, method, params, sessionId })}\0`);
      }),
    until: (method, session) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No ${method} in two minutes.`)), MOST_MS);
        const off = on(
          method,
          (params) => {
            clearTimeout(timer);
            off();
            resolve(params);
          },
          session,
        );
      }),
  };
}
