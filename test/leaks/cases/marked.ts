import type { LeakCase } from '../leak-case.js';
import { NO_TRACKS } from './unmarked-static.js';

const SCRIPT = 'type="text/plain" data-consentry="acme"';
const SILENCE = 'data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

/** Elements in the HTML whose mark says whose they are. Their host belongs to nobody, so that the mark alone tells. */
const WRITTEN: readonly LeakCase[] = [
  {
    id: 'marked-script',
    title: 'A marked script is withheld, and runs once after a grant',
    head: `<script ${SCRIPT} src="{at}/a.js"></script>`,
    leak: 'run',
  },
  {
    id: 'marked-script-async',
    title: 'A marked async script is withheld',
    head: `<script ${SCRIPT} async src="{at}/a.js"></script>`,
    leak: 'run',
  },
  {
    id: 'marked-script-defer',
    title: 'A marked deferred script is withheld',
    head: `<script ${SCRIPT} defer src="{at}/a.js"></script>`,
    leak: 'run',
  },
  {
    id: 'marked-script-module',
    title: 'A marked module is withheld',
    head: `<script ${SCRIPT} data-consentry-type="module" src="{at}/a.mjs"></script>`,
    leak: 'run',
  },
  {
    id: 'marked-script-inline',
    title: 'A marked inline script is withheld',
    body: `<script ${SCRIPT}>new Image().src = '{at}/a.gif';</script>`,
  },
  {
    id: 'marked-script-inline-module',
    title: 'A marked inline module is withheld',
    body: `<script ${SCRIPT} data-consentry-type="module">import '{at}/a.mjs';</script>`,
    leak: 'run',
  },
  {
    id: 'marked-script-two',
    title: 'A marked script and the inline one that starts it are withheld together',
    head: `<script ${SCRIPT} src="{at}/a.js"></script><script ${SCRIPT}>new Image().src = '{at}/start.gif';</script>`,
    leak: 'run',
  },
  {
    id: 'marked-script-svg',
    title: 'A marked script among SVG is withheld',
    body: `<svg></svg><script ${SCRIPT} src="{at}/a.js"></script><svg></svg>`,
    leak: 'run',
  },
  {
    id: 'marked-by-purpose',
    title: 'A script marked with a purpose is withheld until that purpose is granted',
    head: `<script type="text/plain" data-consentry="media" src="{at}/a.js"></script>`,
    leak: 'run',
    ids: ['media'],
  },
  {
    id: 'marked-by-both',
    title: 'A script marked with a purpose and a vendor is withheld until both are granted',
    head: `<script type="text/plain" data-consentry="media acme" src="{at}/a.js"></script>`,
    leak: 'run',
    ids: ['media', 'acme'],
  },
  {
    id: 'marked-iframe',
    title: 'A marked frame is withheld',
    body: '<iframe title="Frame" data-consentry="acme" data-consentry-src="{at}/a.html"></iframe>',
    leak: 'run',
  },
  {
    id: 'marked-iframe-srcdoc',
    title: 'A marked frame with srcdoc is withheld',
    body: `<iframe title="Frame" data-consentry="acme" data-consentry-srcdoc="<script src='{at}/a.js'></script>"></iframe>`,
    leak: 'run',
  },
  {
    id: 'marked-img',
    title: 'A marked image is withheld',
    body: '<img alt="" data-consentry="acme" data-consentry-src="{at}/a.gif">',
  },
  {
    id: 'marked-img-srcset',
    title: "A marked image's source set is withheld",
    body: '<img alt="" data-consentry="acme" data-consentry-srcset="{at}/a.gif 1x">',
  },
  {
    id: 'marked-picture-source',
    title: "A picture's marked source is withheld",
    body: '<picture><source data-consentry="acme" data-consentry-srcset="{at}/a.gif"><img alt="" src="data:,"></picture>',
  },
  {
    id: 'marked-input-image',
    title: 'A marked image button is withheld',
    body: '<input type="image" alt="Go" data-consentry="acme" data-consentry-src="{at}/a.gif">',
  },
  {
    id: 'marked-video',
    title: 'A marked video is withheld',
    body: '<video preload="auto" data-consentry="acme" data-consentry-src="{at}/a.wav"></video>',
  },
  {
    id: 'marked-video-poster',
    title: "A video's marked poster is withheld",
    body: '<video data-consentry="acme" data-consentry-poster="{at}/a.gif"></video>',
  },
  {
    id: 'marked-audio',
    title: 'Marked audio is withheld',
    body: '<audio preload="auto" data-consentry="acme" data-consentry-src="{at}/a.wav"></audio>',
  },
  {
    id: 'marked-audio-source',
    title: "Audio's marked source is withheld",
    body: '<audio preload="auto"><source data-consentry="acme" data-consentry-src="{at}/a.wav"></audio>',
  },
  {
    id: 'marked-track',
    title: 'A marked text track is withheld',
    body: `<video crossorigin preload="auto" src="${SILENCE}"><track default kind="captions" data-consentry="acme" data-consentry-src="{at}/a.vtt"></video>`,
    idle: NO_TRACKS,
  },
  {
    id: 'marked-object',
    title: 'A marked object is withheld',
    body: '<object type="text/html" data-consentry="acme" data-consentry-data="{at}/a.html"></object>',
    leak: 'run',
  },
  {
    id: 'marked-embed',
    title: 'A marked embed is withheld',
    body: '<embed type="text/html" data-consentry="acme" data-consentry-src="{at}/a.html">',
    leak: 'run',
  },
  {
    id: 'marked-link-stylesheet',
    title: 'A marked style sheet is withheld',
    head: '<link rel="stylesheet" data-consentry="acme" data-consentry-href="{at}/a.css">',
  },
  {
    id: 'marked-link-preload',
    title: 'A marked preload is withheld',
    head: '<link rel="preload" as="image" data-consentry="acme" data-consentry-href="{at}/a.gif">',
  },
  {
    id: 'marked-link-modulepreload',
    title: 'A marked preload of a module is withheld',
    head: '<link rel="modulepreload" data-consentry="acme" data-consentry-href="{at}/a.mjs">',
    needs: `document.createElement('link').relList.supports('modulepreload')`,
  },
  {
    id: 'marked-link-prefetch',
    title: 'A marked prefetch is withheld',
    head: '<link rel="prefetch" data-consentry="acme" data-consentry-href="{at}/a.js">',
    needs: `document.createElement('link').relList.supports('prefetch')`,
  },
  {
    id: 'marked-svg-image',
    title: 'A marked image in SVG is withheld',
    body: '<svg width="9" height="9"><image data-consentry="acme" data-consentry-href="{at}/a.gif" width="9" height="9"/></svg>',
  },
  {
    id: 'marked-declarative-shadow',
    title: 'A marked image in a declarative shadow root is withheld',
    body: '<div><template shadowrootmode="open"><img alt="" data-consentry="acme" data-consentry-src="{at}/a.gif"></template></div>',
    needs: `'shadowRootMode' in HTMLTemplateElement.prototype`,
  },
];

/** Ways of bringing a marked script into a page. */
const INSERTED: Record<string, [title: string, code: string]> = {
  append: ['appended', 'document.body.append(s);'],
  'insert-before': [
    'inserted before another node',
    'document.body.insertBefore(s, document.body.firstChild);',
  ],
  'inner-html': [
    'written as HTML text',
    `const d = document.createElement('div'); document.body.append(d); d.innerHTML = s.outerHTML; if (!MARKED) d.firstChild.replaceWith(s);`,
  ],
  'create-contextual-fragment': [
    'parsed into a fragment',
    'document.body.append(document.createRange().createContextualFragment(s.outerHTML));',
  ],
  clone: ['a clone', 'document.body.append(s.cloneNode(true));'],
  shadow: [
    'within a shadow root',
    `const d = document.createElement('div'); document.body.append(d); d.attachShadow({ mode: 'open' }).append(s);`,
  ],
  'replace-with': [
    'put in the place of another element',
    `const p = document.createElement('p'); document.body.append(p); p.replaceWith(s);`,
  ],
};

const ADDED: readonly LeakCase[] = [
  ...Object.entries(INSERTED).map(([way, [title, code]]) => ({
    id: `marked-inserted-${way}`,
    title: `A marked script that is ${title} is withheld`,
    script: `const s = mark(document.createElement('script')); s.src = '{at}/a.js'; ${code}`,
    leak: 'run' as const,
  })),
  ...Object.entries({
    // Neither would run where it stands, whoever gives it back its type.
    'inner-html': [
      'written as HTML text',
      `const d = document.createElement('div'); document.body.append(d); d.innerHTML = s.outerHTML; if (!MARKED) d.firstChild.replaceWith(s);`,
    ],
    'template-clone': [
      'a clone out of a template of HTML text',
      `const t = document.createElement('template'); t.innerHTML = s.outerHTML; document.body.append(MARKED ? t.content.cloneNode(true) : s);`,
    ],
  }).map(([way, [title, code]]) => ({
    id: `marked-inline-${way}`,
    title: `A marked inline script that is ${title} is withheld`,
    script: `const s = mark(document.createElement('script')); s.text = "new Image().src = '{at}/a.gif';"; ${code}`,
  })),
  {
    id: 'marked-inserted-image',
    title: 'A marked image that is appended is withheld',
    script: `const i = mark(document.createElement('img')); give(i, 'src', '{at}/a.gif'); document.body.append(i);`,
  },
  {
    id: 'marked-inserted-frame',
    title: 'A marked frame that is appended is withheld',
    script: `const f = mark(document.createElement('iframe')); give(f, 'src', '{at}/a.html'); document.body.append(f);`,
    leak: 'run',
  },
  {
    id: 'marked-later',
    title: 'A script that is marked after its insertion, before anything of it has started, is withheld',
    script: `const s = document.createElement('script'); s.type = 'text/plain'; document.body.append(s); if (MARKED) s.setAttribute('data-consentry', 'acme'); s.setAttribute('src', '{at}/a.js'); if (!MARKED) { const t = document.createElement('script'); t.src = s.src; s.replaceWith(t); }`,
    leak: 'run',
  },
];

/** Elements that carry a mark. */
export const MARKED: readonly LeakCase[] = [...WRITTEN, ...ADDED];
