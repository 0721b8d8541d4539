import { BLOCK_OWN, type LeakCase } from '../leak-case.js';

/** Addresses `a` that resemble the vendor's or mention it, and belong to nobody. */
const LOOK_ALIKES: Record<string, [title: string, address: string]> = {
  'vendor-as-subdomain': [
    'a host that begins like it',
    'http://{run}.vendor.localhost.other.localhost:{port}',
  ],
  'vendor-as-ending': ['a host that merely ends like it', 'http://{run}.notvendor.localhost:{port}'],
  'vendor-with-dash': ['a host with a dash for its dot', 'http://{run}.vendor-localhost.localhost:{port}'],
  'vendor-in-path': ['a path that names it', '{at}/vendor.localhost'],
  'shared-other-path': ['another path of the shared host', 'http://{shared}'],
  'shared-longer-path': ['a longer path of the shared host', 'http://shared.localhost:{port}/acmes/{run}'],
  'own-longer-path': ["a longer path of the site's own", '/assets/proxy/acme'],
};

/** Ways of asking for the address `a`. */
const USES: Record<string, [title: string, code: string, leak?: 'run']> = {
  script: [
    'A script',
    `const s = document.createElement('script'); s.src = a + '/a.js'; document.body.append(s);`,
    'run',
  ],
  fetch: ['A fetch', `await fetch(a + '/a.json', { mode: 'no-cors' });`],
  image: ['An image', `document.body.insertAdjacentHTML('beforeend', '<img alt="" src="' + a + '/a.gif">');`],
};

const MENTIONS: readonly LeakCase[] = [
  {
    id: 'mention-in-query',
    title: 'A fetch that mentions the vendor in its query arrives',
    script: `await fetch('{at}/a.json?referrer=http://x.vendor.localhost/');`,
  },
  {
    id: 'mention-in-query-static',
    title: 'An image in the HTML that mentions the vendor in its query arrives',
    body: '<img alt="" src="{at}/a.gif?url=http%3A%2F%2Fx.vendor.localhost%2F">',
  },
  {
    id: 'mention-in-credentials',
    title: "A frame's address that has the vendor before an @ arrives",
    body: '<iframe title="Frame" src="http://vendor.localhost@{host}/a.html"></iframe>',
    idle: {
      chromium: 'Chromium loads no subresource with credentials in its address.',
    },
  },
  {
    id: 'mention-in-fragment',
    title: 'A script whose fragment mentions the vendor arrives',
    head: '<script src="{at}/a.js#http://x.vendor.localhost/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'mention-in-text',
    title: 'A post that mentions the vendor in its body arrives',
    script: `await fetch('{at}/a.json', { method: 'POST', body: 'http://x.vendor.localhost/' });`,
  },
  {
    id: 'mention-in-script-text',
    title: "An inline script that only mentions the vendor's host runs",
    body: `<script>var mentioned = 'http://x.vendor.localhost/a.js'; fetch('{at}/a.json');</script>`,
  },
  {
    id: 'mention-in-attribute',
    title: 'An image with the vendor in an attribute that fetches nothing arrives',
    body: '<img alt="http://x.vendor.localhost/" title="http://x.vendor.localhost/" data-src="http://x.vendor.localhost/a.gif" src="{at}/a.gif">',
  },
  {
    id: 'mention-in-style',
    title: 'A background beside a comment that names the vendor arrives',
    head: '<style>/* url(http://x.vendor.localhost/a.gif) */ body { background: url({at}/a.gif) }</style>',
  },
  {
    id: 'mixed-srcset',
    title: 'A source set of hosts of nobody arrives',
    body: '<img alt="" srcset="{at}/a.gif 1x, {at}/b.gif 2x">',
  },
  {
    id: 'many-in-order',
    title: 'Scripts of a host of nobody arrive in order, beside own ones',
    head: '<script src="{at}/1.js"></script><script defer src="{at}/2.js"></script><script type="module" src="{at}/3.mjs"></script>',
    leak: 'run',
  },
  {
    id: 'abort',
    title: 'An XHR of a host of nobody that is opened twice arrives once',
    script: `const x = new XMLHttpRequest(); x.open('GET', '{at}/first.json'); x.open('POST', '{at}/a.json'); x.send('x');`,
  },
  {
    id: 'similar-storage-cookie',
    title: "A cookie whose name resembles the vendor's is stored",
    script: `document.cookie = '{key}_acme_id=1; path=/';`,
    leak: 'stored',
  },
  {
    id: 'similar-storage-local',
    title: "A local entry that has the vendor's name as its value is stored",
    script: `localStorage.setItem('{key}', '_acme_id');`,
    leak: 'stored',
  },
];

/** What must arrive as if there were no consent manager. */
export const NEUTRAL: readonly LeakCase[] = [
  ...Object.entries(LOOK_ALIKES).flatMap(([id, [host, address]]) =>
    Object.entries(USES).map(([way, [what, code, leak]]) => ({
      id: `neutral-${way}-${id}`,
      title: `${what} of ${host} arrives`,
      script: `const a = '${address}'; ${code}`,
      neutralOnly: true as const,
      ...(leak ? { leak } : {}),
      ...(id === 'own-longer-path' ? { blockedBy: BLOCK_OWN } : {}),
    })),
  ),
  ...MENTIONS.map((one) => ({ ...one, id: `neutral-${one.id}`, neutralOnly: true as const })),
];
