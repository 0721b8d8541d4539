import { BLOCK_OWN, type LeakCase } from '../leak-case.js';

/** Ways of laying hands on the globals `w` of a fresh realm that shares the page's origin. */
const REALMS: Record<string, [title: string, code: string]> = {
  'content-window': [
    "an appended frame's contentWindow",
    `const f = document.body.appendChild(document.createElement('iframe')); const w = f.contentWindow;`,
  ],
  'default-view': [
    "an appended frame's document",
    `const f = document.body.appendChild(document.createElement('iframe')); const w = f.contentDocument.defaultView;`,
  ],
  index: [
    'the index of a frame',
    `document.body.append(document.createElement('iframe')); const w = window[window.length - 1];`,
  ],
  frames: [
    'window.frames',
    `document.body.append(document.createElement('iframe')); const w = window.frames[window.frames.length - 1];`,
  ],
  'named-window': [
    "a frame's name on the window",
    `const f = document.createElement('iframe'); f.name = 'realm' + Date.now(); document.body.append(f); const w = window[f.name];`,
  ],
  'named-document': [
    "a frame's name on the document",
    `const f = document.createElement('iframe'); f.name = 'realm' + Date.now(); document.body.append(f); const w = document[f.name];`,
  ],
  'inner-html': [
    'a frame that came as text',
    `const d = document.body.appendChild(document.createElement('div')); d.innerHTML = '<iframe></iframe>'; const w = d.firstChild.contentWindow;`,
  ],
  'shadow-closed': [
    'a frame in a closed shadow root',
    `const f = document.createElement('iframe'); document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }).append(f); const w = f.contentWindow;`,
  ],
  nested: [
    'a frame within a frame',
    `const f = document.body.appendChild(document.createElement('iframe')); const g = f.contentDocument.body.appendChild(f.contentDocument.createElement('iframe')); const w = g.contentWindow;`,
  ],
  'nested-borrowed': [
    "a frame that another frame's untouched methods insert",
    `const f = document.body.appendChild(document.createElement('iframe')); const g = document.createElement('iframe'); f.contentWindow.Node.prototype.appendChild.call(document.body, g); const w = g.contentWindow;`,
  ],
  srcdoc: [
    'a frame with srcdoc',
    `const f = document.createElement('iframe'); f.srcdoc = '<p>Text</p>'; document.body.append(f); await new Promise((r) => { f.onload = r; }); const w = f.contentWindow;`,
  ],
  'blob-frame': [
    'a frame from a blob',
    `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<p>Text</p>'], { type: 'text/html' })); document.body.append(f); await new Promise((r) => { f.onload = r; }); const w = f.contentWindow;`,
  ],
  'javascript-frame': [
    'a frame with a javascript: URL',
    `const f = document.createElement('iframe'); f.src = 'javascript:"<p>Text</p>"'; document.body.append(f); await new Promise((r) => setTimeout(r, 50)); const w = f.contentWindow;`,
  ],
  'document-open': [
    'a frame whose document was opened anew',
    `const f = document.body.appendChild(document.createElement('iframe')); f.contentDocument.open(); f.contentDocument.write('<p>Text</p>'); f.contentDocument.close(); const w = f.contentWindow;`,
  ],
  'own-page': [
    "a page of the site's own that has no consent manager",
    `const f = document.createElement('iframe'); f.src = '/empty.html'; document.body.append(f); await new Promise((r) => { f.onload = r; }); const w = f.contentWindow;`,
  ],
  object: [
    "an object's contentWindow",
    `const f = document.createElement('object'); f.type = 'text/html'; f.data = '/empty.html'; document.body.append(f); await new Promise((r) => { f.onload = r; }); const w = f.contentWindow;`,
  ],
  'insertion-event': [
    "a frame's load event during its insertion",
    `const f = document.createElement('iframe'); let w; f.addEventListener('load', () => { w ??= f.contentWindow; }); document.body.append(f); w ??= f.contentWindow;`,
  ],
  'parsed-sync': [
    'a frame of a fragment that the page already holds',
    `const t = document.createElement('template'); t.innerHTML = '<div><iframe></iframe></div>'; document.body.append(t.content.cloneNode(true)); const w = document.body.lastElementChild.firstChild.contentWindow;`,
  ],
};

/** What is done with fresh globals `w` at once. */
const USES: Record<string, [title: string, code: string, leak?: 'run', needs?: string]> = {
  image: ['an image', `new w.Image().src = '{at}/a.gif';`],
  script: [
    'a script',
    `const s = w.document.createElement('script'); s.src = '{at}/a.js'; w.document.body.append(s);`,
    'run',
  ],
  'script-in-page': [
    'a script that is inserted into the page',
    `const s = w.document.createElement('script'); s.src = '{at}/a.js'; document.body.append(s);`,
    'run',
  ],
  'borrowed-insertion': [
    'the insertion of a script into the page by untouched methods',
    `const s = document.createElement('script'); s.src = '{at}/a.js'; w.Element.prototype.append.call(document.body, s);`,
    'run',
  ],
  'borrowed-setter': [
    "an untouched setter on the page's image",
    `const i = new Image(); Object.getOwnPropertyDescriptor(w.HTMLImageElement.prototype, 'src').set.call(i, '{at}/a.gif');`,
  ],
  'borrowed-attribute': [
    "an untouched setAttribute on the page's image",
    `w.Element.prototype.setAttribute.call(new Image(), 'src', '{at}/a.gif');`,
  ],
  'borrowed-html': [
    "an untouched innerHTML on the page's element",
    `Object.getOwnPropertyDescriptor(w.Element.prototype, 'innerHTML').set.call(document.body.appendChild(document.createElement('div')), '<img src="{at}/a.gif">');`,
  ],
  html: ['HTML text', `w.document.body.innerHTML = '<img src="{at}/a.gif">';`],
  write: [
    'written HTML',
    `w.document.write('<script src="{at}/a.js"><\\/script>'); w.document.close();`,
    'run',
  ],
  xhr: ['XHR', `const x = new w.XMLHttpRequest(); x.open('GET', '{at}/a.json'); x.send();`],
  beacon: ['sendBeacon', `w.navigator.sendBeacon('{at}/a.json', 'x');`],
  'beacon-on-page': [
    "an untouched sendBeacon on the page's navigator",
    `w.Navigator.prototype.sendBeacon.call(navigator, '{at}/a.json', 'x');`,
  ],
  socket: ['WebSocket', `new w.WebSocket('ws://{host}/socket');`],
  'event-source': ['EventSource', `new w.EventSource('{at}/a.events');`],
  worker: [
    'a worker',
    `new w.Worker(w.URL.createObjectURL(new Blob(["fetch('{at}/a.json').catch(() => {})"], { type: 'text/javascript' })));`,
  ],
  import: ['a dynamic import in eval', `w.eval("import('{at}/a.mjs').catch(() => {})");`, 'run'],
  function: ["its own Function's fetch", `new w.Function("fetch('{at}/a.json').catch(() => {})")();`],
  style: ['a style', `w.document.body.style.background = 'url({at}/a.gif)';`],
  'inner-script': [
    'an inline script that fetches',
    `const s = w.document.createElement('script'); s.text = "fetch('{at}/a.json').catch(() => {})"; w.document.body.append(s);`,
  ],
  form: [
    'a form that targets itself',
    `const o = w.document.createElement('form'); o.action = '{at}/a.html'; w.document.body.append(o); o.submit();`,
    'run',
  ],
  'font-face': ['a font', `new w.FontFace('F', 'url({at}/a.woff2)').load().catch(() => {});`],
};

const [, APPENDED = ''] = REALMS['content-window'] ?? [];

/** What fresh realms of the same origin do. */
export const REALM: readonly LeakCase[] = [
  ...Object.entries(REALMS).map(([id, [title, code]]) => ({
    id: `realm-fetch-${id}`,
    title: `The vendor hears nothing of the fetch of ${title}`,
    script: `${code} w.fetch('{at}/a.json').catch(() => {});`,
    ...(code.includes('empty.html') ? { blockedBy: BLOCK_OWN } : {}),
  })),
  ...Object.entries(USES).map(([id, [title, code, leak, needs]]) => ({
    id: `realm-use-${id}`,
    title: `In a fresh frame the vendor hears nothing of ${title}`,
    script: `${APPENDED} ${code}`,
    ...(leak ? { leak } : {}),
    ...(needs ? { needs } : {}),
  })),
  {
    id: 'realm-srcdoc-inline',
    title: "An inline script in an appended frame's srcdoc hears nothing from the vendor",
    script: `const f = document.createElement('iframe'); f.srcdoc = "<script>fetch('{at}/a.json', { mode: 'no-cors' })<\\/script>"; document.body.append(f);`,
    after: 'itself',
  },
  {
    id: 'realm-blob-inline',
    title: "An inline script in a blob's page hears nothing from the vendor",
    script: `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(["<script>fetch('{at}/a.json', { mode: 'no-cors' })<\\/script>"], { type: 'text/html' })); document.body.append(f);`,
    after: 'itself',
  },
  {
    id: 'realm-blob-script',
    title: "A script element in a blob's page is neither requested nor run",
    script: `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<script src="{at}/a.js"><\\/script>'], { type: 'text/html' })); document.body.append(f);`,
    after: 'itself',
    leak: 'run',
  },
  {
    id: 'realm-data-inline',
    title: 'An inline script in a data: page hears nothing from the vendor',
    script: `const f = document.createElement('iframe'); f.src = 'data:text/html,' + encodeURIComponent("<script>fetch('{at}/a.json', { mode: 'no-cors' })<\\/script>"); document.body.append(f);`,
    after: 'itself',
  },
  {
    id: 'realm-blob-svg',
    title: "A script in a blob's SVG is neither requested nor run",
    script: `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script href="{at}/a.js"/></svg>'], { type: 'image/svg+xml' })); document.body.append(f);`,
    after: 'itself',
    leak: 'run',
  },
  {
    id: 'realm-blob-xml-stylesheet',
    title: "A style sheet that a blob's XML names is not requested",
    script: `const f = document.createElement('iframe'); f.src = URL.createObjectURL(new Blob(['<?xml-stylesheet type="text/css" href="{at}/a.css"?><root>Text</root>'], { type: 'text/xml' })); document.body.append(f);`,
    after: 'itself',
  },
  {
    id: 'realm-sandboxed-srcdoc',
    title:
      'A sandboxed frame with srcdoc, which no script of the page can enter, hears nothing from the vendor',
    script: `const f = document.createElement('iframe'); f.sandbox = 'allow-scripts'; f.srcdoc = '<script src="{at}/a.js"><\\/script>'; document.body.append(f);`,
    after: 'itself',
    leak: 'run',
  },
];
