import type { LeakCase } from '../leak-case.js';

/*
 * Left out because they cannot be seen: `dns-prefetch`, since names under localhost are never looked up on
 * the network. Left out because nothing is fetched until somebody acts: a poster-less video with
 * preload="none", a form that is only shown.
 */

/** WebKit is silent where the others ask. */
export const NO_TRACKS = {
  webkit: 'WebKit asks for a track only once it plays the medium, for which test machines lack the codecs.',
};

/** What the parser finds in the HTML behind our script. */
export const STATIC: readonly LeakCase[] = [
  {
    id: 'script-classic',
    title: 'A script in the head is neither requested nor run',
    head: '<script src="{at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'script-body',
    title: 'A script in the body is neither requested nor run',
    body: '<main><p>Before</p><script src="{at}/a.js"></script><p>After</p></main>',
    leak: 'run',
  },
  {
    id: 'script-async',
    title: 'An async script is neither requested nor run',
    head: '<script async src="{at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'script-defer',
    title: 'A deferred script is neither requested nor run',
    head: '<script defer src="{at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'script-module',
    title: 'A module script is neither requested nor run',
    head: '<script type="module" src="{at}/a.mjs"></script>',
    leak: 'run',
  },
  {
    id: 'script-module-async',
    title: 'An async module script is neither requested nor run',
    head: '<script type="module" async src="{at}/a.mjs"></script>',
    leak: 'run',
  },
  {
    id: 'script-crossorigin',
    title: 'A script asked for with CORS is neither requested nor run',
    head: '<script crossorigin="anonymous" src="{at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'script-referrerpolicy-charset',
    title: 'A script with every other attribute set is neither requested nor run',
    head: '<script id="x" charset="utf-8" referrerpolicy="no-referrer" fetchpriority="high" src="{at}/a.js" data-x="1"></script>',
    leak: 'run',
  },
  {
    id: 'script-many',
    title: 'Ten scripts in a row are neither requested nor run, and all come alive in order',
    head: Array.from({ length: 10 }, (_, i) => `<script src="{at}/${i}.js"></script>`).join('\n'),
    leak: 'run',
  },
  {
    id: 'script-text-javascript',
    title: 'A script with its type written out is neither requested nor run',
    head: '<script type="Text/JavaScript" src="{at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'script-svg',
    title: "SVG's script element is neither requested nor run",
    body: '<svg><script href="{at}/a.js"></script></svg>',
    leak: 'run',
  },
  {
    id: 'script-svg-xlink',
    title: "SVG's script element with xlink:href is neither requested nor run",
    body: '<svg><script xlink:href="{at}/a.js"></script></svg>',
    leak: 'run',
  },
  {
    id: 'script-inline-loader',
    title: 'The usual inline snippet that inserts a script before the first one leads to nothing',
    head: `<script>(function (d, t) { var s = d.createElement(t), f = d.getElementsByTagName(t)[0]; s.async = 1; s.src = '{at}/a.js'; f.parentNode.insertBefore(s, f); })(document, 'script');</script>`,
    leak: 'run',
  },
  {
    id: 'script-inline-module-import',
    title: 'An inline module that imports from the vendor leads to nothing',
    head: `<script type="module">import '{at}/a.mjs';</script>`,
    leak: 'run',
    after: 'reload',
  },
  {
    id: 'script-inline-module-import-of-own',
    title: "A module of the site's own that imports from the vendor leads to nothing",
    head: '<script type="module" src="/imports.js?to={at}/a.mjs"></script>',
    leak: 'run',
    after: 'reload',
  },
  {
    id: 'import-map',
    title: 'An import map that names the vendor leads to nothing',
    head: `<script type="importmap">{ "imports": { "vendor": "{at}/a.mjs" } }</script><script type="module">import 'vendor';</script>`,
    leak: 'run',
    after: 'reload',
  },
  {
    id: 'import-map-scope',
    title: 'An import map with a scope and a prefix that names the vendor leads to nothing',
    head: `<script type="importmap">{ "scopes": { "/": { "vendor/": "{at}/lib/" } } }</script><script type="module">import('vendor/a.mjs').catch(() => {});</script>`,
    leak: 'run',
    after: 'reload',
  },
  {
    id: 'own-script-loads-vendor',
    title: "A script file of the site's own that inserts the vendor's leads to nothing",
    head: '<script src="/loader.js?to={at}/a.js"></script>',
    leak: 'run',
  },
  {
    id: 'iframe-src',
    title: 'A frame is neither requested nor run',
    body: '<iframe title="Frame" src="{at}/a.html"></iframe>',
    leak: 'run',
  },
  {
    id: 'iframe-sandbox',
    title: 'A sandboxed frame is neither requested nor run',
    body: '<iframe title="Frame" sandbox="allow-scripts" src="{at}/a.html"></iframe>',
    leak: 'run',
  },
  {
    id: 'iframe-lazy-in-view',
    title: 'A lazy frame in view is neither requested nor run',
    body: '<iframe title="Frame" loading="lazy" src="{at}/a.html"></iframe>',
    leak: 'run',
  },
  {
    id: 'iframe-hidden',
    title: 'A frame of no size is neither requested nor run',
    body: '<noscript></noscript><iframe title="Frame" height="0" width="0" style="display:none" src="{at}/a.html"></iframe>',
    leak: 'run',
  },
  {
    id: 'iframe-srcdoc-script',
    title: 'A script within srcdoc is neither requested nor run',
    body: `<iframe title="Frame" srcdoc="<script src='{at}/a.js'></script>"></iframe>`,
    leak: 'run',
  },
  {
    id: 'iframe-srcdoc-image',
    title: 'An image within srcdoc is not requested',
    body: `<iframe title="Frame" srcdoc="<p>Text</p><img src='{at}/a.gif'>"></iframe>`,
  },
  {
    id: 'iframe-srcdoc-frame',
    title: 'A frame within srcdoc is neither requested nor run',
    body: `<iframe title="Frame" srcdoc="<iframe src='{at}/a.html'></iframe>"></iframe>`,
    leak: 'run',
  },
  {
    id: 'iframe-srcdoc-fetch',
    title: 'An inline script within srcdoc that fetches from the vendor gets nothing',
    body: `<iframe title="Frame" srcdoc="<script>fetch('{at}/a.json', { mode: 'no-cors' })</script>"></iframe>`,
    after: 'reload',
  },
  {
    id: 'iframe-srcdoc-meta-refresh',
    title: 'A srcdoc that sends itself to the vendor stays where it is',
    body: `<iframe title="Frame" srcdoc="<meta http-equiv='refresh' content='0; url={at}/a.html'>"></iframe>`,
    leak: 'run',
    after: 'reload',
  },
  {
    id: 'iframe-data-script',
    title: 'A frame whose data: URL loads the vendor leads to nothing',
    body: `<iframe title="Frame" src="data:text/html,<script src='{at}/a.js'></script>"></iframe>`,
    leak: 'run',
  },
  {
    id: 'iframe-javascript-url',
    title: 'A frame whose javascript: URL writes the vendor leads to nothing',
    body: `<iframe title="Frame" src="javascript:'<img src={at}/a.gif>'"></iframe>`,
  },
  {
    id: 'img-src',
    title: 'An image is not requested',
    body: '<img alt="" src="{at}/a.gif">',
  },
  {
    id: 'img-many',
    title: 'Twenty images are not requested',
    body: Array.from({ length: 20 }, (_, i) => `<img alt="" src="{at}/${i}.gif">`).join('\n'),
  },
  {
    id: 'img-hidden',
    title: 'A pixel that is not shown is not requested',
    body: '<img alt="" width="1" height="1" style="display:none" src="{at}/a.gif">',
  },
  {
    id: 'img-lazy-in-view',
    title: 'A lazy image in view is not requested',
    body: '<img alt="" loading="lazy" src="{at}/a.gif">',
  },
  {
    id: 'img-srcset',
    title: 'An image with a source set alone is not requested',
    body: '<img alt="" srcset="{at}/a.gif 1x">',
  },
  {
    id: 'img-srcset-second',
    title: "A source set whose second candidate is the vendor's is not requested",
    body: '<img alt="" sizes="100vw" srcset="/own.gif 1w, {at}/a.gif 3000w">',
  },
  {
    id: 'picture-source',
    title: "A picture's source is not requested",
    body: '<picture><source srcset="{at}/a.gif"><img alt="" src="data:,"></picture>',
  },
  {
    id: 'image-tag',
    title: 'An image by the old name of its tag is not requested',
    body: '<image src="{at}/a.gif">',
  },
  {
    id: 'input-image',
    title: 'An image button is not requested',
    body: '<input type="image" alt="Go" src="{at}/a.gif">',
  },
  {
    id: 'video-src',
    title: 'A video is not requested',
    body: '<video preload="auto" src="{at}/a.wav"></video>',
  },
  {
    id: 'video-source',
    title: "A video's source is not requested",
    body: '<video preload="auto"><source src="{at}/a.wav" type="audio/wav"></video>',
  },
  {
    id: 'video-poster',
    title: "A video's poster is not requested",
    body: '<video poster="{at}/a.gif"></video>',
  },
  {
    id: 'audio-src',
    title: 'Audio is not requested',
    body: '<audio preload="auto" src="{at}/a.wav"></audio>',
  },
  {
    id: 'audio-source',
    title: "Audio's source is not requested",
    body: '<audio preload="auto"><source src="{at}/a.wav"></audio>',
  },
  {
    id: 'track',
    title: 'A text track is not requested',
    body: '<video crossorigin preload="auto" src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="><track default kind="captions" src="{at}/a.vtt"></video>',
    idle: NO_TRACKS,
  },
  {
    id: 'object-data',
    title: 'An object is neither requested nor run',
    body: '<object type="text/html" data="{at}/a.html"></object>',
    leak: 'run',
  },
  {
    id: 'object-image',
    title: 'An object that shows an image is not requested',
    body: '<object type="image/gif" data="{at}/a.gif"></object>',
  },
  {
    id: 'embed-src',
    title: 'An embed is neither requested nor run',
    body: '<embed type="text/html" src="{at}/a.html">',
    leak: 'run',
  },
  {
    id: 'link-stylesheet',
    title: 'A style sheet is not requested',
    head: '<link rel="stylesheet" href="{at}/a.css">',
  },
  {
    id: 'link-stylesheet-body',
    title: 'A style sheet in the body is not requested',
    body: '<link rel="stylesheet" href="{at}/a.css">',
  },
  {
    id: 'link-stylesheet-print',
    title: 'A style sheet for printing is not requested',
    head: '<link rel="stylesheet" media="print" href="{at}/a.css">',
  },
  {
    id: 'link-stylesheet-alternate',
    title: 'An alternate style sheet is not requested',
    head: '<link rel="alternate stylesheet" title="Other" href="{at}/a.css">',
  },
  {
    id: 'link-preload-script',
    title: 'A preloaded script is not requested',
    head: '<link rel="preload" as="script" href="{at}/a.js">',
  },
  {
    id: 'link-preload-style',
    title: 'A preloaded style sheet is not requested',
    head: '<link rel="preload" as="style" href="{at}/a.css">',
  },
  {
    id: 'link-preload-image',
    title: 'A preloaded image is not requested',
    head: '<link rel="preload" as="image" href="{at}/a.gif">',
  },
  {
    id: 'link-preload-imagesrcset',
    title: "A preloaded image's source set is not requested",
    head: '<link rel="preload" as="image" imagesrcset="{at}/a.gif 1x">',
  },
  {
    id: 'link-preload-font',
    title: 'A preloaded font is not requested',
    head: '<link rel="preload" as="font" crossorigin href="{at}/a.woff2">',
  },
  {
    id: 'link-preload-fetch',
    title: 'Preloaded data is not requested',
    head: '<link rel="preload" as="fetch" crossorigin href="{at}/a.json">',
  },
  {
    id: 'link-modulepreload',
    title: 'A preloaded module is not requested',
    head: '<link rel="modulepreload" href="{at}/a.mjs">',
    needs: `document.createElement('link').relList.supports('modulepreload')`,
  },
  {
    id: 'link-prefetch',
    title: 'A prefetched file is not requested',
    head: '<link rel="prefetch" href="{at}/a.js">',
    needs: `document.createElement('link').relList.supports('prefetch')`,
  },
  {
    id: 'link-icon',
    title: 'An icon is not requested',
    head: '<link rel="icon" href="{at}/a.gif">',
    idle: unseen(true),
  },
  {
    id: 'link-manifest',
    title: 'A manifest is not requested',
    head: '<link rel="manifest" href="{at}/a.webmanifest">',
    idle: unseen(false),
  },
  {
    id: 'style-background',
    title: 'A background in a style element is not requested',
    head: '<style>body { background: url("{at}/a.gif") }</style>',
  },
  {
    id: 'style-import',
    title: 'A style sheet imported by a style element is not requested',
    head: '<style>@import "{at}/a.css";</style>',
  },
  {
    id: 'style-import-url-layer',
    title: 'A style sheet imported into a layer is not requested',
    head: '<style>@import url({at}/a.css) layer(x) screen;</style>',
  },
  {
    id: 'style-font-face',
    title: 'A font face in a style element is not requested',
    head: `<style>@font-face { font-family: Acme; src: url("{at}/a.woff2") } p { font-family: Acme }</style>`,
  },
  {
    id: 'style-content',
    title: 'Generated content is not requested',
    head: '<style>p::before { content: url({at}/a.gif) }</style>',
  },
  {
    id: 'style-list-style',
    title: 'A list marker is not requested',
    body: '<style>ul { list-style: url({at}/a.gif) }</style><ul><li>Item</li></ul>',
  },
  {
    id: 'style-cursor',
    title: 'A cursor is not requested',
    head: '<style>html { cursor: url({at}/a.gif), auto }</style>',
  },
  {
    id: 'style-mask',
    title: 'A mask is not requested',
    head: '<style>p { mask-image: url({at}/a.svg) }</style>',
  },
  {
    id: 'style-border-image',
    title: 'A border image is not requested',
    head: '<style>p { border: 9px solid; border-image: url({at}/a.gif) 30 }</style>',
  },
  {
    id: 'style-image-set',
    title: 'An image set is not requested',
    head: '<style>p { background-image: image-set("{at}/a.gif" 1x) }</style>',
  },
  {
    id: 'style-custom-property',
    title: 'An address that reaches a background through a custom property is not requested',
    head: '<style>:root { --pixel: url({at}/a.gif) } p { background: var(--pixel) }</style>',
  },
  {
    id: 'style-escapes',
    title: 'A background written in CSS escapes is not requested',
    head: String.raw`<style>p { background: \75\72\6c ("{at}/a\2e gif") }</style>`,
    // With a space before the bracket it would be no function: the escape swallows exactly one.
  },
  {
    id: 'style-attribute',
    title: 'A background in a style attribute is not requested',
    body: '<div style="background-image: url({at}/a.gif)">Text</div>',
  },
  {
    id: 'style-attribute-quoted',
    title: 'A style attribute that writes its address with entities is not requested',
    body: '<div style="background:url(&quot;http:&#47;/{host}/a.gif&quot;)">Text</div>',
  },
  {
    id: 'style-of-own-sheet',
    title: "A background in a style sheet of the site's own is not requested",
    head: '<link rel="stylesheet" href="/paints.css?to={at}/a.gif">',
  },
  {
    id: 'style-import-of-own-sheet',
    title: "A style sheet imported by one of the site's own is not requested",
    head: '<link rel="stylesheet" href="/imports.css?to={at}/a.css">',
  },
  {
    id: 'body-background',
    title: "A table's background attribute is not requested",
    body: '<table background="{at}/a.gif"><tr><td>Cell</td></tr></table>',
  },
  {
    id: 'svg-image',
    title: 'An image in SVG is not requested',
    body: '<svg width="9" height="9"><image href="{at}/a.gif" width="9" height="9"/></svg>',
  },
  {
    id: 'svg-image-xlink',
    title: 'An image in SVG with xlink:href is not requested',
    body: '<svg width="9" height="9"><image xlink:href="{at}/a.gif" width="9" height="9"/></svg>',
  },
  {
    id: 'svg-fe-image',
    title: "A filter's image in SVG is not requested",
    body: '<svg width="9" height="9"><filter id="f"><feImage href="{at}/a.gif"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>',
  },
  {
    id: 'svg-use-external',
    title: 'A shape used from another file is not requested',
    body: '<svg width="9" height="9"><use href="{at}/a.svg#a"/></svg>',
    idle: {
      chromium: 'Chromium uses shapes of the same origin only.',
      firefox: 'Firefox uses shapes of the same origin only.',
      webkit: 'WebKit uses shapes of the same origin only.',
    },
  },
  {
    id: 'svg-style-element',
    title: 'A style element in SVG fetches nothing',
    body: '<svg width="9" height="9"><style>svg { background: url({at}/a.gif) }</style><rect width="9" height="9"/></svg>',
  },
  {
    id: 'declarative-shadow-script',
    title: 'A script in a declarative shadow root is neither requested nor run',
    body: '<div><template shadowrootmode="open"><script src="{at}/a.js"></script></template></div>',
    leak: 'run',
    needs: `'shadowRootMode' in HTMLTemplateElement.prototype`,
  },
  {
    id: 'declarative-shadow-image-closed',
    title: 'An image in a closed declarative shadow root is not requested',
    body: '<div><template shadowrootmode="closed"><img alt="" src="{at}/a.gif"></template></div>',
    needs: `'shadowRootMode' in HTMLTemplateElement.prototype`,
  },
  {
    id: 'declarative-shadow-style-closed',
    title: 'A style in a closed declarative shadow root fetches nothing',
    body: '<div><template shadowrootmode="closed"><style>p { background: url({at}/a.gif) }</style><p>Text</p></template></div>',
    needs: `'shadowRootMode' in HTMLTemplateElement.prototype`,
  },
  {
    id: 'declarative-shadow-frame-closed',
    title: 'A frame in a closed declarative shadow root is neither requested nor run',
    body: '<div><template shadowrootmode="closed"><iframe title="Frame" src="{at}/a.html"></iframe></template></div>',
    leak: 'run',
    needs: `'shadowRootMode' in HTMLTemplateElement.prototype`,
  },
  {
    id: 'base-relative-script',
    title: 'A relative script under a base that points at the vendor is neither requested nor run',
    head: '<base href="{at}/"><script src="a.js"></script><base href="/">',
    leak: 'run',
  },
  {
    id: 'base-relative-image',
    title: 'A relative image under a base that points at the vendor is not requested',
    head: '<base href="{at}/lib/">',
    body: '<img alt="" src="../a.gif">',
  },
  {
    id: 'event-handler-attribute',
    title: 'An event handler in an attribute that loads a pixel of the vendor leads to nothing',
    body: `<img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" onload="this.onload = null; this.src = '{at}/a.gif'">`,
  },
  {
    id: 'noscript-untouched-markup',
    title: 'A pixel beside its noscript twin is not requested',
    body: '<noscript><img alt="" src="{at}/never.gif"></noscript><img alt="" src="{at}/a.gif">',
  },
  {
    id: 'speculation-prefetch',
    title: 'Speculation rules in the HTML prefetch nothing',
    head: '<script type="speculationrules">{ "prefetch": [{ "urls": ["{at}/a.html"], "eagerness": "immediate" }] }</script>',
    needs: `HTMLScriptElement.supports?.('speculationrules')`,
    after: 'reload',
    blockedBy: "script-src 'none'",
  },
];

function unseen(icon: boolean) {
  return {
    chromium: 'A browser without a window shows no icon and installs nothing, so it asks for neither.',
    firefox: 'A browser without a window shows no icon and installs nothing, so it asks for neither.',
    ...(icon ? {} : { webkit: 'WebKitGTK installs no pages, so it asks for no manifest.' }),
  };
}
