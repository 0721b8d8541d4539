import type { LeakCase } from '../leak-case.js';

const FRAME = `const f = document.body.appendChild(document.createElement('iframe')); const w = f.contentWindow;`;
/** Some builds of WebKit have the interface, and never answer. */
const COOKIE_STORE = `'cookieStore' in window && Promise.race([cookieStore.set('probe', '1').then(() => document.cookie.includes('probe'), () => false), new Promise((resolve) => setTimeout(resolve, 1000, false))])`;
/** Ways of storing under a name that the vendor declares. */
const WRITES: Record<string, [title: string, code: string, needs?: string]> = {
  cookie: ['document.cookie', `document.cookie = '{key}_id=1; path=/';`],
  'cookie-exact': ['document.cookie under an exact name', `document.cookie = '{key}=1';`],
  'cookie-attributes': [
    'document.cookie with every attribute',
    `document.cookie = '{key}_id=1; Path=/; Max-Age=9999; SameSite=Lax; Expires=Fri, 01 Jan 2038 00:00:00 GMT';`,
  ],
  'cookie-spaces': [
    'document.cookie with spaces about its name',
    `document.cookie = '  {key}_id =1; path=/';`,
  ],
  'cookie-tab': ['document.cookie with a tab before its name', `document.cookie = '\\t{key}_id=1';`],
  'cookie-domain': [
    "document.cookie for the site's whole domain",
    `document.cookie = '{key}_id=1; path=/; domain={run}.site.localhost';`,
  ],
  'cookie-setter': [
    "the setter of the document's prototype",
    `Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call(document, '{key}_id=1');`,
  ],
  'cookie-reflect': ['Reflect.set on the document', `Reflect.set(document, 'cookie', '{key}_id=1');`],
  'cookie-object': [
    'document.cookie by an object that turns into text',
    `document.cookie = { toString: () => '{key}_id=1' };`,
  ],
  'cookie-store': ['the cookie store', `await cookieStore.set('{key}_id', '1');`, COOKIE_STORE],
  'cookie-store-object': [
    'the cookie store with an object',
    `await cookieStore.set({ name: '{key}_id', value: '1', path: '/' });`,
    COOKIE_STORE,
  ],
  'cookie-store-borrowed': [
    "the cookie store's prototype",
    `await CookieStore.prototype.set.call(cookieStore, '{key}_id', '1');`,
    COOKIE_STORE,
  ],
  'local-set-item': ['localStorage.setItem', `localStorage.setItem('{key}_id', '1');`],
  'local-property': ['a property of localStorage', `localStorage.{key}_id = '1';`],
  'local-bracket': ['a computed property of localStorage', `localStorage['{key}' + '_id'] = '1';`],
  'local-define': [
    'Object.defineProperty on localStorage',
    `Object.defineProperty(localStorage, '{key}_id', { value: '1', configurable: true });`,
  ],
  'local-assign': ['Object.assign on localStorage', `Object.assign(localStorage, { '{key}_id': '1' });`],
  'local-reflect': ['Reflect.set on localStorage', `Reflect.set(localStorage, '{key}_id', '1');`],
  'local-borrowed': [
    "the storage prototype's setItem",
    `Storage.prototype.setItem.call(localStorage, '{key}_id', '1');`,
  ],
  'local-getter': [
    "localStorage taken from the window's getter",
    `Object.getOwnPropertyDescriptor(window, 'localStorage').get.call(window).setItem('{key}_id', '1');`,
  ],
  'session-set-item': ['sessionStorage.setItem', `sessionStorage.setItem('{key}_id', '1');`],
  'session-property': ['a property of sessionStorage', `sessionStorage['{key}_id'] = '1';`],
  'session-exact': ['sessionStorage under an exact name', `sessionStorage.setItem('{key}', '1');`],
  'indexed-db': [
    'a database',
    `await new Promise((r) => { const o = indexedDB.open('{key}_db'); o.onsuccess = () => { o.result.close(); r(); }; o.onerror = r; });`,
  ],
  'indexed-db-borrowed': [
    'a database through its prototype',
    `await new Promise((r) => { const o = IDBFactory.prototype.open.call(indexedDB, '{key}_db', 1); o.onsuccess = () => { o.result.close(); r(); }; o.onerror = r; });`,
  ],
  'cache-storage': ['a cache', `await caches.open('{key}_cache');`, `'caches' in window`],
  'cache-storage-borrowed': [
    'a cache through its prototype',
    `await CacheStorage.prototype.open.call(caches, '{key}_cache');`,
    `'caches' in window`,
  ],
  'frame-cookie': ["a fresh frame's document.cookie", `${FRAME} w.document.cookie = '{key}_id=1; path=/';`],
  'frame-cookie-borrowed': [
    "a fresh frame's untouched setter on the page's document",
    `${FRAME} Object.getOwnPropertyDescriptor(w.Document.prototype, 'cookie').set.call(document, '{key}_id=1; path=/');`,
  ],
  'frame-local': ["a fresh frame's localStorage", `${FRAME} w.localStorage.setItem('{key}_id', '1');`],
  'frame-local-property': [
    "a property of a fresh frame's localStorage",
    `${FRAME} w.localStorage['{key}_id'] = '1';`,
  ],
  'frame-local-borrowed': [
    "a fresh frame's untouched setItem on the page's storage",
    `${FRAME} w.Storage.prototype.setItem.call(localStorage, '{key}_id', '1');`,
  ],
  'frame-session': ["a fresh frame's sessionStorage", `${FRAME} w.sessionStorage.setItem('{key}_id', '1');`],
  'frame-indexed-db': [
    "a fresh frame's database",
    `${FRAME} await new Promise((r) => { const o = w.indexedDB.open('{key}_db'); o.onsuccess = () => { o.result.close(); r(); }; o.onerror = r; });`,
  ],
  'frame-cookie-store': [
    "a fresh frame's cookie store",
    `${FRAME} await w.cookieStore.set('{key}_id', '1');`,
    COOKIE_STORE,
  ],
  'worker-indexed-db': [
    'a database of a worker',
    `const w = new Worker(URL.createObjectURL(new Blob(["indexedDB.open('{key}_db').onsuccess = (e) => { e.target.result.close(); postMessage(1); }"], { type: 'text/javascript' }))); await new Promise((r) => { w.onmessage = r; w.onerror = r; setTimeout(r, 300); });`,
  ],
  'worker-cache': [
    'a cache of a worker',
    `const w = new Worker(URL.createObjectURL(new Blob(["caches.open('{key}_cache').then(() => postMessage(1))"], { type: 'text/javascript' }))); await new Promise((r) => { w.onmessage = r; w.onerror = r; setTimeout(r, 300); });`,
    `'caches' in window`,
  ],
};

/** What an earlier visit has left, from before the site had a consent manager. */
const LEFT = ['cookie', 'local-set-item', 'session-set-item', 'indexed-db', 'cache-storage'];

/** What is stored under the names of a vendor that is not allowed. */
export const STORAGE: readonly LeakCase[] = [
  ...Object.entries(WRITES).map(([id, [title, script, needs]]) => ({
    id: `store-${id}`,
    title: `Nothing of the vendor's is stored by ${title}`,
    script,
    leak: 'stored' as const,
    ...(needs ? { needs } : {}),
  })),
  {
    id: 'store-cookie-static',
    title: "Nothing of the vendor's is stored by an inline script in the head",
    head: `<script>document.cookie = '{key}_id=1; path=/'; localStorage.{key}_id = 1;</script>`,
    leak: 'stored',
    after: 'reload',
  },
  ...LEFT.map((id) => ({
    id: `left-${id}`,
    title: `What an earlier visit stored by ${WRITES[id]?.[0]} is removed`,
    script: WRITES[id]?.[1] ?? '',
    leak: 'stored' as const,
    leftover: true as const,
    ...(WRITES[id]?.[2] ? { needs: WRITES[id]?.[2] } : {}),
  })),
];
