import { BLOCK_OWN, type LeakCase } from '../leak-case.js';

/** Requests that scripts make. */
const REQUESTS: Record<string, [title: string, code: string, needs?: string]> = {
  fetch: ['fetch', `await fetch('{at}/a.json');`],
  'fetch-no-cors': ['fetch without CORS', `await fetch('{at}/a.json', { mode: 'no-cors' });`],
  'fetch-post': ['a fetch that posts', `await fetch('{at}/a.json', { method: 'POST', body: 'x=1' });`],
  'fetch-credentials': ['fetch with cookies', `await fetch('{at}/a.json', { credentials: 'include' });`],
  'fetch-keepalive': [
    'a fetch kept alive',
    `await fetch('{at}/a.json', { method: 'POST', keepalive: true, body: 'x' });`,
  ],
  'fetch-url-object': ['fetch of a URL object', `await fetch(new URL('{at}/a.json'));`],
  'fetch-request-object': ['fetch of a Request', `await fetch(new Request('{at}/a.json'));`],
  'fetch-request-clone': [
    'fetch of a cloned Request with other options',
    `await fetch(new Request(new Request('{at}/a.json').clone(), { method: 'POST', body: 'x' }));`,
  ],
  'fetch-to-string': [
    'fetch of an object that turns into text',
    `await fetch({ toString: () => '{at}/a.json' });`,
  ],
  'fetch-changing-text': [
    'fetch of an object that turns into other text the second time',
    `let times = 0; await fetch({ toString: () => (times++ ? '{at}/second.json' : '{at}/a.json') });`,
  ],
  'fetch-call-call': [
    'Function.prototype.call on fetch',
    `await Function.prototype.call.call(fetch, window, '{at}/a.json');`,
  ],
  'fetch-apply': ['Reflect.apply on fetch', `await Reflect.apply(fetch, window, ['{at}/a.json']);`],
  'fetch-bind': ['a bound fetch', `await fetch.bind(window)('{at}/a.json');`],
  'fetch-descriptor': [
    "fetch taken from the window's property descriptor",
    `await Object.getOwnPropertyDescriptor(window, 'fetch').value.call(window, '{at}/a.json');`,
  ],
  'fetch-timer-text': [
    'fetch in the text of a timer',
    `setTimeout("fetch('{at}/a.json').catch(() => {})", 0);`,
  ],
  'fetch-eval': ['fetch in eval', `await (0, eval)("fetch('{at}/a.json')");`],
  'fetch-function': ['fetch in new Function', `await new Function("return fetch('{at}/a.json')")();`],
  'fetch-iterator': [
    'a fetch whose deep functions the page has replaced',
    `const { test } = RegExp.prototype; try { RegExp.prototype.test = () => false; await fetch('{at}/a.json'); } finally { RegExp.prototype.test = test; }`,
  ],
  'xhr-get': ['XHR', `const x = new XMLHttpRequest(); x.open('GET', '{at}/a.json'); x.send();`],
  'xhr-post': [
    'an XHR that posts',
    `const x = new XMLHttpRequest(); x.open('POST', '{at}/a.json'); x.send('x=1');`,
  ],
  'xhr-sync': [
    'synchronous XHR',
    `const x = new XMLHttpRequest(); x.open('GET', '{at}/a.json', false); x.send();`,
  ],
  'xhr-url-object': [
    'XHR of a URL object',
    `const x = new XMLHttpRequest(); x.open('GET', new URL('{at}/a.json')); x.send();`,
  ],
  'xhr-borrowed': [
    "XHR through its prototype's methods",
    `const x = Reflect.construct(XMLHttpRequest, []); XMLHttpRequest.prototype.open.call(x, 'GET', '{at}/a.json'); XMLHttpRequest.prototype.send.call(x);`,
  ],
  'xhr-subclass': [
    'a subclass of XHR',
    `class X extends XMLHttpRequest {} const x = new X(); x.open('GET', '{at}/a.json'); x.send();`,
  ],
  'xhr-reopened': [
    'an XHR opened for the site and then for the vendor',
    `const x = new XMLHttpRequest(); x.open('GET', '/empty.html'); x.open('GET', '{at}/a.json'); x.send();`,
  ],
  beacon: ['sendBeacon', `navigator.sendBeacon('{at}/a.json', 'x=1');`],
  'beacon-blob': ['sendBeacon of a blob', `navigator.sendBeacon(new URL('{at}/a.json'), new Blob(['x']));`],
  'beacon-borrowed': [
    'sendBeacon from its prototype',
    `Navigator.prototype.sendBeacon.call(navigator, '{at}/a.json');`,
  ],
  websocket: ['WebSocket', `new WebSocket('ws://{host}/socket');`],
  'websocket-http': ['WebSocket with the scheme http', `new WebSocket('{at}/socket');`],
  'websocket-subclass': [
    'a subclass of WebSocket',
    `class W extends WebSocket {} new W('ws://{host}/socket');`,
  ],
  'websocket-construct': [
    'Reflect.construct on WebSocket',
    `Reflect.construct(WebSocket, ['ws://{host}/socket', []]);`,
  ],
  'websocket-constructor': [
    'WebSocket reached through its prototype',
    `new WebSocket.prototype.constructor('ws://{host}/socket');`,
  ],
  'event-source': ['EventSource', `new EventSource('{at}/a.events');`],
  'event-source-credentials': [
    'EventSource with cookies',
    `new EventSource('{at}/a.events', { withCredentials: true });`,
  ],
  'fetch-later': [
    'fetchLater',
    `fetchLater('{at}/a.json', { method: 'POST', body: 'x', activateAfter: 0 });`,
    `typeof fetchLater === 'function'`,
  ],
  'cache-add': [
    "the cache's add",
    `await (await caches.open('own')).add('{at}/a.json');`,
    `'caches' in window`,
  ],
  'cache-add-all': [
    "the cache's addAll",
    `await (await caches.open('own')).addAll([new Request('{at}/a.json', { mode: 'no-cors' })]).catch(() => {});`,
    `'caches' in window`,
  ],
  'worker-own-file': ["a worker from the site's own file", `new Worker('/worker-fetch.js?to={at}/a.json');`],
  'worker-own-file-imports': [
    "a worker from the site's own file that imports the vendor's script",
    `new Worker('/worker-import-scripts.js?to={at}/a.js');`,
  ],
  'worker-own-module': [
    "a module worker from the site's own file that imports the vendor's module",
    `new Worker('/imports.js?to={at}/a.mjs', { type: 'module' });`,
  ],
  'worker-own-module-dynamic': [
    "a module worker from the site's own file that imports the vendor's module later",
    `new Worker('/imports-dynamically.js?to={at}/a.mjs', { type: 'module' });`,
  ],
  'worker-blob-fetch': ['a worker from a blob that fetches', worker(`fetch('{at}/a.json').catch(() => {})`)],
  'worker-blob-xhr': [
    'a worker from a blob that uses XHR',
    worker(`const x = new XMLHttpRequest(); x.open('GET', '{at}/a.json'); x.send()`),
  ],
  'worker-blob-socket': [
    'a worker from a blob that opens a WebSocket',
    worker(`new WebSocket('ws://{host}/socket')`),
  ],
  'worker-blob-event-source': [
    'a worker from a blob that opens an EventSource',
    worker(`new EventSource('{at}/a.events')`),
  ],
  'worker-blob-import-scripts': [
    "a worker from a blob that imports the vendor's script",
    worker(`importScripts('{at}/a.js')`),
  ],
  'worker-blob-later': [
    'a worker from a blob that fetches when it is told where',
    `${worker('onmessage = ({ data }) => fetch(data).catch(() => {})', '', 'const w = ')} w.postMessage('{at}/a.json');`,
  ],
  'worker-blob-module': [
    "a module worker from a blob that imports the vendor's module",
    worker(`import '{at}/a.mjs'`, `, { type: 'module' }`),
  ],
  'worker-blob-module-dynamic': [
    "a module worker from a blob that imports the vendor's module later",
    worker(`import('{at}/a.mjs').catch(() => {})`, `, { type: 'module' }`),
  ],
  'worker-data': [
    'a worker from a data: URL',
    `new Worker('data:text/javascript,' + encodeURIComponent("fetch('{at}/a.json', { mode: 'no-cors' }).catch(() => {})"));`,
  ],
  'worker-nested': [
    'a worker started by a worker',
    worker(
      `new Worker(URL.createObjectURL(new Blob(["fetch('{at}/a.json').catch(() => {})"], { type: 'text/javascript' })))`,
    ),
  ],
  'worker-construct': [
    'Reflect.construct on Worker',
    `Reflect.construct(Worker, [URL.createObjectURL(new Blob(["fetch('{at}/a.json').catch(() => {})"], { type: 'text/javascript' }))]);`,
  ],
  'shared-worker': [
    "a shared worker from the site's own file",
    `new SharedWorker('/worker-shared.js?to={at}/a.json', Math.random() + '').port.start();`,
    `'SharedWorker' in window`,
  ],
  'shared-worker-blob': [
    'a shared worker from a blob',
    `new SharedWorker(URL.createObjectURL(new Blob(["onconnect = () => fetch('{at}/a.json', { mode: 'no-cors' }).catch(() => {})"], { type: 'text/javascript' })));`,
    `'SharedWorker' in window`,
  ],
  'service-worker': [
    "the site's own service worker",
    `for (const old of await navigator.serviceWorker.getRegistrations()) await old.unregister(); await navigator.serviceWorker.register('/service-worker.js?to={at}/a.json');`,
    `'serviceWorker' in navigator`,
  ],
  'audio-worklet': [
    "an audio worklet's module",
    `await new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule('{at}/a.js');`,
    `'AudioWorklet' in window`,
  ],
  'paint-worklet': [
    "a paint worklet's module",
    `await CSS.paintWorklet.addModule('{at}/a.js');`,
    `'paintWorklet' in CSS`,
  ],
  'css-module': [
    'a CSS module',
    `await import('{at}/a.css', { with: { type: 'css' } });`,
    `(() => { try { return new Function("return import('data:text/css,', { with: { type: 'css' } })")().then(() => true, () => false); } catch { return false; } })()`,
  ],
};

/** What brings the vendor's code in without an element. */
const CODE: Record<string, [title: string, code: string]> = {
  import: ['A dynamic import', `await import('{at}/a.mjs');`],
  'import-variable': ['A dynamic import of a computed address', `await import(['{at}', 'a.mjs'].join('/'));`],
  'import-eval': ['A dynamic import in eval', `await (0, eval)("import('{at}/a.mjs')");`],
  'import-function': [
    'A dynamic import in new Function',
    `await new Function("return import('{at}/a.mjs')")();`,
  ],
  'import-timer-text': ["A dynamic import in a timer's text", `setTimeout("import('{at}/a.mjs')", 0);`],
  'import-blob': [
    "A blob's module that imports the vendor's",
    `await import(URL.createObjectURL(new Blob(["import '{at}/a.mjs'"], { type: 'text/javascript' })));`,
  ],
  'import-data': [
    "A data: module that imports the vendor's",
    `await import("data:text/javascript,import '{at}/a.mjs'");`,
  ],
  'import-own': [
    "A module of the site's own that imports the vendor's",
    `await import('/imports.js?to={at}/a.mjs');`,
  ],
};

const FRAME = '<iframe title="Frame" name="inner"></iframe>';

// Loading the page anew, Firefox also brings back what the frame showed before: that has to be over first.
const FRAME_AT_OWN_PAGE = `const f = document.querySelector('iframe'); f.src = '/empty.html'; await new Promise((r) => { f.onload = () => setTimeout(r, 400); }); f.onload = null; `;

/** Navigations that a script starts. */
const NAVIGATIONS: Record<string, [title: string, code: string, extra?: Partial<LeakCase>]> = {
  'form-submit': [
    "a form's submit()",
    `const f = document.createElement('form'); f.action = '{at}/a.html'; f.target = 'inner'; document.body.append(f); f.submit();`,
  ],
  'form-submit-post': [
    "a posting form's submit()",
    `const f = document.createElement('form'); f.method = 'post'; f.action = '{at}/a.html'; f.target = 'inner'; document.body.append(f); f.submit();`,
  ],
  'form-request-submit': [
    "a form's requestSubmit()",
    `const f = document.createElement('form'); f.action = '{at}/a.html'; f.target = 'inner'; document.body.append(f); f.requestSubmit();`,
  ],
  'form-button-click': [
    "a click on a form's button by script",
    `document.body.insertAdjacentHTML('beforeend', '<form target="inner" action="{at}/a.html"><button>Send</button></form>'); document.body.lastChild.firstChild.click();`,
  ],
  'form-action-of-button': [
    'a click by script on a button with an action of its own',
    `document.body.insertAdjacentHTML('beforeend', '<form target="inner" action="/empty.html"><button formaction="{at}/a.html">Send</button></form>'); document.body.lastChild.firstChild.click();`,
  ],
  'form-borrowed-submit': [
    'submit() borrowed from the prototype, past a field called submit',
    `document.body.insertAdjacentHTML('beforeend', '<form target="inner" method="post" action="{at}/a.html"><input name="submit"><input name="action"></form>'); HTMLFormElement.prototype.submit.call(document.body.lastChild);`,
  ],
  'form-static': [
    'submit() of a form that stands in the HTML',
    `document.forms[0].submit();`,
    {
      body: `${FRAME}<form target="inner" action="{at}/a.html"><input type="hidden" name="x" value="1"></form>`,
    },
  ],
  'anchor-click': [
    "a link's click()",
    `const a = document.createElement('a'); a.href = '{at}/a.html'; a.target = 'inner'; document.body.append(a); a.click();`,
  ],
  'anchor-click-detached': [
    'click() on a link that is not in the page',
    `const a = document.createElement('a'); a.href = '{at}/a.html'; a.target = 'inner'; a.click();`,
  ],
  'anchor-dispatch': [
    'a click event sent to a link',
    `const a = document.createElement('a'); a.href = '{at}/a.html'; a.target = 'inner'; document.body.append(a); a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));`,
  ],
  'anchor-click-inside': [
    'click() on a child of a link',
    `document.body.insertAdjacentHTML('beforeend', '<a target="inner" href="{at}/a.html"><b>Go</b></a>'); document.body.lastChild.firstChild.click();`,
  ],
  'area-click': [
    'click() on an area of an image map',
    `document.body.insertAdjacentHTML('beforeend', '<map name="m"><area shape="default" target="inner" href="{at}/a.html" alt="Go"></map>'); document.body.lastChild.firstChild.click();`,
  ],
  'svg-anchor-click': [
    'a click event sent to a link in SVG',
    `document.body.insertAdjacentHTML('beforeend', '<svg><a target="inner" href="{at}/a.html"><text>Go</text></a></svg>'); document.body.lastChild.firstChild.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));`,
  ],
  'window-open-named': ['window.open into a frame by its name', `window.open('{at}/a.html', 'inner');`],
  'window-open-own': ["a frame's own open()", `frames.inner.open('{at}/a.html', '_self');`],
  'frame-location': ["a frame's location", `frames.inner.location = '{at}/a.html';`],
  'frame-location-href': ["a frame's location.href", `frames.inner.location.href = '{at}/a.html';`],
  'frame-location-replace': ["a frame's location.replace()", `frames.inner.location.replace('{at}/a.html');`],
  'frame-location-assign': [
    "a frame's location.assign()",
    `document.querySelector('iframe').contentWindow.location.assign('{at}/a.html');`,
  ],
  'frame-document-location': [
    "the location of a frame's document",
    `document.querySelector('iframe').contentDocument.location = '{at}/a.html';`,
  ],
  'frame-location-host': [
    "the host of a frame's location",
    `${FRAME_AT_OWN_PAGE}f.contentWindow.location.hostname = '{name}';`,
    { leak: 'request', idle: {} },
  ],
  'frame-javascript-url': [
    'a javascript: URL that sends a frame away',
    `document.querySelector('iframe').src = "javascript:location.replace('{at}/a.html')";`,
  ],
  'frame-meta-refresh': [
    'a refresh that is put into a frame',
    `const d = document.querySelector('iframe').contentDocument; const m = d.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0; url={at}/a.html'; d.head.append(m);`,
  ],
  'frame-navigation-api': [
    "a frame's navigation.navigate()",
    `${FRAME_AT_OWN_PAGE}f.contentWindow.navigation.navigate('{at}/a.html').finished?.catch(() => {});`,
    { needs: `'navigation' in window` },
  ],
  'frame-navigates-itself': [
    "an inline script within a frame's srcdoc",
    `document.querySelector('iframe').srcdoc = "<script>location = '{at}/a.html'<\\/script>";`,
    { after: 'itself' },
  ],
};

const PINGS: readonly LeakCase[] = [
  {
    id: 'ping-anchor',
    title: "A link's ping reaches nobody when a script clicks it",
    body: FRAME,
    script: `const a = document.createElement('a'); a.href = '/empty.html'; a.target = 'inner'; a.ping = '{at}/a.json'; document.body.append(a); a.click();`,
    idle: { firefox: 'Firefox has pings switched off.' },
  },
  {
    id: 'ping-attribute',
    title: 'A ping in the HTML reaches nobody when a script clicks its link',
    body: `${FRAME}<a id="pinging" target="inner" href="/empty.html" ping="{at}/a.json">Go</a>`,
    script: `document.getElementById('pinging').click();`,
    idle: { firefox: 'Firefox has pings switched off.' },
  },
];

/** What scripts send, and where they lead frames. */
export const SENDING: readonly LeakCase[] = [
  ...Object.entries(REQUESTS).map(([id, [title, script, needs]]) => ({
    id,
    title: `The vendor hears nothing of ${title}`,
    script,
    ...(needs ? { needs } : {}),
    ...(/'\/[a-z-]+\.js/.test(script) ? { blockedBy: BLOCK_OWN } : {}),
  })),
  ...Object.entries(CODE).map(([id, [title, script]]) => ({
    id,
    title: `${title} leads to nothing`,
    script,
    leak: 'run' as const,
    // A module is fetched and run once for a page; a failed fetch is remembered.
    after: 'reload' as const,
  })),
  ...Object.entries(NAVIGATIONS).map(([id, [title, script, extra]]) => ({
    id: `navigate-${id}`,
    title: `A frame does not get to the vendor by ${title}`,
    body: FRAME,
    script,
    leak: 'run' as const,
    ...extra,
  })),
  ...PINGS,
];

/** Code that starts a worker from a blob. */
function worker(code: string, options = '', before = ''): string {
  return `${before}new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }))${options});`;
}
