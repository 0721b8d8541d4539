import { BLOCK_OWN, type LeakCase } from '../leak-case.js';

/** Ways of writing an address that end up at the vendor; the page's helper `u` is the address. */
const SPELLINGS: Record<string, [title: string, address: string, extra?: Partial<LeakCase>]> = {
  capitals: ['in capitals', 'HTTP://{run}.VENDOR-HOST:{port}'],
  'no-scheme': ['without a scheme', '//{host}'],
  'three-slashes': ['with three slashes', 'http:///{host}'],
  'one-slash': ['with a scheme of the page and backslashes', String.raw`\\\\{host}`],
  backslashes: ['with backslashes', String.raw`http:\\\\{host}`],
  'leading-space': ['after spaces', '  {at}'],
  'leading-control': ['after a control character', String.raw`\u0001{at}`],
  'tab-inside': ['with a tab in its host', String.raw`ht\ttp://{run}.\t{rest}`],
  'newline-inside': ['with line breaks in its host', String.raw`http://{run}\n.{rest}`],
  'percent-host': ['with percent signs in its host', 'http://{run}%2E{rest}'],
  'full-width': ['in full-width letters', 'http://{run}.ｖｅｎｄｏｒ-HOST:{port}'],
  'ideographic-dot': ['with ideographic full stops', 'http://{run}。{rest}'],
  'soft-hyphen': ['with a soft hyphen in its host', String.raw`http://{run}.\u00AD{rest}`],
  'empty-credentials': ['with empty credentials', 'http://@{host}'],
  'trailing-dot': [
    'with a full stop at the end of its host',
    'http://{name}.:{port}',
    { idle: { webkit: 'The system resolver does not know localhost with a full stop.' } },
  ],
  'leading-zeros-in-port': ['with zeros before its port', 'http://{name}:0{port}'],
  deep: ['of a subdomain of a subdomain', 'http://{run}.deeper.{rest}'],
  idn: ['of a host outside ASCII', 'http://{idn}'],
  puny: ['of a host outside ASCII written in ASCII', 'http://{puny}'],
  shared: ['of which only the path is its own', 'http://{shared}'],
  'shared-dots': ['whose path leads there by dots', 'http://{shared}/x/..'],
  'own-path': ["of a path of the site's own", '{path}'],
  'own-path-absolute': ["of a path of the site's own in full", '{site}{path}'],
  'own-path-dots': ["of a path of the site's own with dots", '/other/..{path}'],
  'own-path-relative': ["of a path of the site's own from here", '.{path}'],
  'own-path-percent-dots': ["of a path of the site's own with dots in percent signs", '/other/%2e%2e{path}'],
};

const spelled = Object.entries(SPELLINGS).flatMap(([id, [title, written, extra]]): LeakCase[] => {
  // The neutral twin is spelled in the same way.
  const address = written
    .replaceAll('VENDOR-HOST', '{NAME}')
    .replaceAll('ｖｅｎｄｏｒ-HOST', '{wide}')
    .replaceAll('{rest}', '{party}:{port}');
  return [
    {
      id: `url-fetch-${id}`,
      title: `The vendor hears nothing of a fetch of an address ${title}`,
      script: `await fetch('${address}/a.json', { mode: 'no-cors' });`,
      after: 'again',
      ...extra,
    },
    {
      id: `url-script-${id}`,
      title: `A script of an address ${title} is neither requested nor run`,
      script: `const s = document.createElement('script'); s.src = '${address}/a.js'; document.body.append(s);`,
      leak: 'run',
      after: 'itself',
      ...extra,
    },
  ];
});

const WRAPPED: readonly LeakCase[] = [
  {
    id: 'url-base-fetch',
    title: 'A relative fetch under a base that points at the vendor reaches nobody',
    head: '<base href="{at}/lib/">',
    script: `await fetch('../a.json', { mode: 'no-cors' });`,
    after: 'again',
  },
  {
    id: 'url-base-later',
    title: 'A relative image under a base that a script inserts is not requested',
    script: `const b = document.createElement('base'); b.href = '{at}/'; document.head.prepend(b); const i = new Image(); i.src = 'a.gif'; document.body.append(i);`,
  },
  {
    id: 'url-base-changed',
    title: 'A relative image under a base that a script turns to the vendor is not requested',
    head: '<base href="/">',
    script: `document.querySelector('base').href = '{at}/'; document.body.insertAdjacentHTML('beforeend', '<img alt="" src="a.gif">');`,
  },
  {
    id: 'url-data-svg',
    title: 'An SVG in a data: frame that shows an image of the vendor leads to nothing',
    body: `<iframe title="Frame" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{at}/a.gif' width='9' height='9'/></svg>"></iframe>`,
    after: 'reload',
  },
  {
    id: 'url-data-stylesheet',
    title: 'A style sheet in a data: URL that imports from the vendor leads to nothing',
    head: `<link rel="stylesheet" href="data:text/css,@import url({at}/a.css);">`,
    after: 'reload',
  },
  {
    id: 'url-blob-stylesheet',
    title: 'A style sheet in a blob that imports from the vendor leads to nothing',
    script: `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = URL.createObjectURL(new Blob(['@import url({at}/a.css);'], { type: 'text/css' })); document.head.append(l);`,
    after: 'again',
  },
  {
    id: 'url-data-script',
    title: 'A script in a data: URL that appends a script of the vendor leads to nothing',
    head: `<script src="data:text/javascript,{const s=document.createElement('script');s.src='{at}/a.js';document.head.append(s)}"></script>`,
    leak: 'run',
  },
  {
    id: 'url-blob-script',
    title: 'A script in a blob that sends a pixel leads to nothing',
    script: `const s = document.createElement('script'); s.src = URL.createObjectURL(new Blob(["new Image().src = '{at}/a.gif'"], { type: 'text/javascript' })); document.head.append(s);`,
    after: 'again',
  },
  {
    id: 'url-redirect-declared-script',
    title: "A script behind a declared redirect of the site's own is neither requested nor run",
    head: '<script src="{path}/go?to={at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'url-redirect-declared-fetch',
    title: "A fetch through a declared redirect of the site's own reaches nobody",
    script: `await fetch('{path}/go?to={at}/a.json');`,
    after: 'again',
  },
  {
    id: 'url-redirect-undeclared-script',
    title: "A script behind a redirect of the site's own that nobody declared is not run",
    head: '<script src="/go?to={at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'url-redirect-undeclared-fetch',
    title: "A fetch through a redirect of the site's own that nobody declared reaches nobody",
    script: `await fetch('/go?to={at}/a.json');`,
    after: 'again',
  },
  {
    id: 'url-redirect-undeclared-frame',
    title: "A frame through a redirect of the site's own that nobody declared stays empty",
    body: '<iframe title="Frame" src="/go?to={at}/a.html"></iframe>',
    leak: 'run',
  },
  {
    id: 'url-path-in-html',
    title: "A script in the HTML from a path of the site's own that leads to the vendor is not requested",
    head: '<script src="{path}/a.js"></script>',
    leak: 'run',
    blockedBy: BLOCK_OWN,
  },
  {
    id: 'url-idn-in-html',
    title: 'An image in the HTML from a host outside ASCII is not requested',
    body: '<img alt="" src="http://{idn}/a.gif">',
  },
  {
    id: 'url-entities-in-html',
    title: 'An image in the HTML whose address is written in entities is not requested',
    body: '<img alt="" src="&#104;ttp&colon;&sol;&sol;{host}&sol;a.gif">',
  },
  {
    id: 'url-host-property',
    title: 'A link whose host is set piece by piece leads no frame to the vendor',
    body: '<iframe title="Frame" name="inner"></iframe>',
    script: `const a = document.createElement('a'); a.href = '/a.html'; a.target = 'inner'; document.body.append(a); a.hostname = '{name}'; a.click();`,
    leak: 'run',
    after: 'again',
  },
];

/** Addresses as the browser resolves them. */
export const URLS: readonly LeakCase[] = [
  ...spelled.map((one) => (/own-path/.test(one.id) ? { ...one, blockedBy: BLOCK_OWN } : one)),
  ...WRAPPED,
];
