import type { LeakCase } from '../leak-case.js';

/** Ways of bringing a finished node `n` into the page. */
const INSERTIONS: Record<string, [title: string, code: string, needs?: string]> = {
  'append-child': ['appendChild', 'document.body.appendChild(n);'],
  append: ['append', 'document.body.append("text", n);'],
  prepend: ['prepend', 'document.body.prepend(n);'],
  'insert-before': ['insertBefore', 'document.body.insertBefore(n, document.body.firstChild);'],
  'replace-child': [
    'replaceChild',
    'const p = document.body.appendChild(document.createElement("p")); document.body.replaceChild(n, p);',
  ],
  'replace-with': [
    'replaceWith',
    'const p = document.body.appendChild(document.createElement("p")); p.replaceWith(n);',
  ],
  'replace-children': [
    'replaceChildren',
    'const d = document.body.appendChild(document.createElement("div")); d.replaceChildren(n);',
  ],
  before: ['before', 'document.querySelector("p").before(n);'],
  after: ['after', 'document.querySelector("p").after(n);'],
  'insert-adjacent-element': [
    'insertAdjacentElement',
    'document.body.insertAdjacentElement("afterbegin", n);',
  ],
  'range-insert': [
    "a range's insertNode",
    'const r = document.createRange(); r.selectNodeContents(document.body); r.insertNode(n);',
  ],
  fragment: [
    'a fragment',
    'const f = document.createDocumentFragment(); f.append(n); document.body.append(f);',
  ],
  'parent-later': [
    'a parent that is inserted afterwards',
    'const d = document.createElement("div"); d.append(n); document.body.append(d);',
  ],
  clone: ['a clone', 'document.body.append(n.cloneNode(true));'],
  'deep-clone': [
    'a deep clone of its parent',
    'const d = document.createElement("div"); d.append(n); document.body.append(d.cloneNode(true));',
  ],
  'import-node': ['importNode', 'document.body.append(document.importNode(n, true));'],
  adopted: [
    'adoption from another document',
    'document.implementation.createHTMLDocument("").adoptNode(n); document.body.append(document.adoptNode(n));',
  ],
  'from-other-document': [
    'insertion straight from another document',
    'document.implementation.createHTMLDocument("").adoptNode(n); document.body.append(n);',
  ],
  'shadow-open': [
    'an open shadow root',
    'const d = document.body.appendChild(document.createElement("div")); d.attachShadow({ mode: "open" }).append(n);',
  ],
  'shadow-closed': [
    'a closed shadow root',
    'const d = document.body.appendChild(document.createElement("div")); d.attachShadow({ mode: "closed" }).append(n);',
  ],
  'shadow-closed-detached': [
    'a closed shadow root whose host comes later',
    'const d = document.createElement("div"); d.attachShadow({ mode: "closed" }).append(n); document.body.append(d);',
  ],
  slot: [
    'the slot of a custom element',
    'const d = document.body.appendChild(document.createElement("div")); d.attachShadow({ mode: "closed" }).innerHTML = "<slot></slot>"; d.append(n);',
  ],
  'move-before': [
    'moveBefore after a place without effect',
    'const d = document.body.appendChild(document.createElement("div")); const t = document.createElement("template"); t.content.append(n); d.append(t.content); d.moveBefore(n, null);',
    '"moveBefore" in Element.prototype',
  ],
  'document-element': ['the root element, beside the body', 'document.documentElement.append(n);'],
  'call-borrowed': [
    'a method borrowed from a prototype',
    'Node.prototype.appendChild.call(document.body, n);',
  ],
  'reflect-apply': [
    'Reflect.apply on a method',
    'Reflect.apply(Element.prototype.append, document.body, [n]);',
  ],
};

const inserted = Object.entries(INSERTIONS).flatMap(([way, [title, code, needs]]): LeakCase[] => [
  {
    id: `insert-script-${way}`,
    title: `A script that comes by ${title} is neither requested nor run`,
    script: `const n = document.createElement('script'); n.src = '{at}/a.js'; ${code}`,
    leak: 'run',
    ...(needs ? { needs } : {}),
  },
]);

/** Frames arrive by fewer roads than scripts, the rest being the same code. */
const framed = ['append-child', 'replace-with', 'range-insert', 'adopted', 'shadow-closed', 'deep-clone'].map(
  (way): LeakCase => ({
    id: `insert-frame-${way}`,
    title: `A frame that comes by ${INSERTIONS[way]?.[0]} is neither requested nor run`,
    script: `const n = document.createElement('iframe'); n.src = '{at}/a.html'; ${INSERTIONS[way]?.[1]}`,
    leak: 'run',
  }),
);

const styled = ['append-child', 'shadow-closed', 'adopted', 'clone'].map(
  (way): LeakCase => ({
    id: `insert-stylesheet-${way}`,
    title: `A style sheet that comes by ${INSERTIONS[way]?.[0]} is not requested`,
    script: `const n = document.createElement('link'); n.rel = 'stylesheet'; n.href = '{at}/a.css'; ${INSERTIONS[way]?.[1]}`,
  }),
);

/** Ways of giving an element its address, before (`e` in hand) or after it is in the page. */
const ATTRIBUTES: Record<string, [title: string, code: string]> = {
  'set-attribute': ['setAttribute', "e.setAttribute('src', u);"],
  'set-attribute-upper': ['setAttribute in capitals', "e.setAttribute('SRC', u);"],
  'set-attribute-ns': ['setAttributeNS', "e.setAttributeNS(null, 'src', u);"],
  'attribute-node': [
    'an attribute node',
    "const a = document.createAttribute('src'); a.value = u; e.setAttributeNode(a);",
  ],
  'attribute-node-ns': [
    'an attribute node set with its namespace',
    "const a = document.createAttributeNS(null, 'src'); a.value = u; e.setAttributeNodeNS(a);",
  ],
  'attribute-value': [
    "an attribute node's value",
    "e.setAttribute('src', 'data:,'); e.getAttributeNode('src').value = u;",
  ],
  'attribute-node-value': [
    "an attribute node's nodeValue",
    "e.setAttribute('src', 'data:,'); e.getAttributeNode('src').nodeValue = u;",
  ],
  'attribute-text': [
    "an attribute node's textContent",
    "e.setAttribute('src', 'data:,'); e.getAttributeNode('src').textContent = u;",
  ],
  'named-item': [
    'the map of attributes',
    "const a = document.createAttribute('src'); a.value = u; e.attributes.setNamedItem(a);",
  ],
  'attribute-moved': [
    'an attribute node taken from another element',
    "const d = document.createElement('div'); d.setAttribute('src', u); e.setAttributeNode(d.removeAttributeNode(d.getAttributeNode('src')));",
  ],
  'attribute-cloned': [
    'a cloned attribute node',
    "const d = document.createElement('div'); d.setAttribute('src', u); e.setAttributeNode(d.getAttributeNode('src').cloneNode());",
  ],
  'property-reflect': ['Reflect.set', "Reflect.set(e, 'src', u);"],
  'property-assign': ['Object.assign', 'Object.assign(e, { src: u });'],
  'property-setter': [
    'the setter of the prototype',
    "Object.getOwnPropertyDescriptor(Object.getPrototypeOf(e), 'src').set.call(e, u);",
  ],
  'property-object': ['an object that turns into text', 'e.src = { toString: () => u };'],
};

const addressed = Object.entries(ATTRIBUTES).flatMap(([way, [title, code]]): LeakCase[] => [
  {
    id: `address-image-${way}`,
    title: `An image in the page whose address comes by ${title} is not requested`,
    script: `const u = '{at}/a.gif'; const e = document.createElement('img'); document.body.append(e); ${code}`,
  },
  ...(/reflect|node$|named|setter|upper|value$/.test(way)
    ? [
        {
          id: `address-script-${way}`,
          title: `A script whose address comes by ${title} before its insertion is neither requested nor run`,
          script: `const u = '{at}/a.js'; const e = document.createElement('script'); ${code} document.body.append(e);`,
          leak: 'run' as const,
        },
      ]
    : []),
]);

/** Ways of turning HTML text `h` into nodes of the page. */
const PARSERS: Record<string, [title: string, code: string, needs?: string]> = {
  'inner-html': ['innerHTML', 'document.body.appendChild(document.createElement("div")).innerHTML = h;'],
  'outer-html': ['outerHTML', 'document.body.appendChild(document.createElement("p")).outerHTML = h;'],
  'insert-adjacent-html': ['insertAdjacentHTML', 'document.body.insertAdjacentHTML("beforeend", h);'],
  'set-html-unsafe': [
    'setHTMLUnsafe',
    'document.body.appendChild(document.createElement("div")).setHTMLUnsafe(h);',
    '"setHTMLUnsafe" in Element.prototype',
  ],
  'shadow-inner-html': [
    "a closed shadow root's innerHTML",
    'document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" }).innerHTML = h;',
  ],
  'detached-inner-html': [
    'innerHTML of an element outside the page',
    'const d = document.createElement("div"); d.innerHTML = h; window.kept = d;',
  ],
  'template-content': [
    "a template's content",
    'const t = document.createElement("template"); t.innerHTML = h; document.body.append(t.content);',
  ],
  'template-import': [
    "an imported template's content",
    'const t = document.createElement("template"); t.innerHTML = h; document.body.append(document.importNode(t.content, true));',
  ],
  'contextual-fragment': [
    "a range's createContextualFragment",
    'document.body.append(document.createRange().createContextualFragment(h));',
  ],
  'dom-parser': [
    'a DOMParser',
    'const d = new DOMParser().parseFromString(h, "text/html"); document.body.append(...d.body.childNodes);',
  ],
  'dom-parser-adopt': [
    'a DOMParser and adoptNode',
    'const d = new DOMParser().parseFromString(h, "text/html"); document.body.append(document.adoptNode(d.body.firstChild));',
  ],
  'dom-parser-import': [
    'a DOMParser and importNode',
    'const d = new DOMParser().parseFromString(h, "text/html"); document.body.append(document.importNode(d.body.firstChild, true));',
  ],
  'parse-html-unsafe': [
    'parseHTMLUnsafe',
    'document.body.append(...Document.parseHTMLUnsafe(h).body.childNodes);',
    '"parseHTMLUnsafe" in Document',
  ],
  'exec-command': [
    'the editing command insertHTML',
    'const d = document.body.appendChild(document.createElement("div")); d.contentEditable = "true"; d.append("x"); d.focus(); getSelection().selectAllChildren(d); document.execCommand("insertHTML", false, h);',
  ],
  'xhr-document': [
    'a document that XHR parsed',
    'const x = new XMLHttpRequest(); x.responseType = "document"; x.open("GET", "data:text/html," + encodeURIComponent(h)); await new Promise((r) => { x.onload = r; x.send(); }); document.body.append(...x.response.body.childNodes);',
  ],
  'xml-parser': [
    'an XML parser',
    'const d = new DOMParser().parseFromString("<div xmlns=\\"http://www.w3.org/1999/xhtml\\">" + h.replace(/ alt=""/, "").replace(/>$/, "/>") + "</div>", "text/xml"); document.body.append(d.documentElement);',
  ],
};

const parsed = Object.entries(PARSERS).flatMap(([way, [title, code, needs]]): LeakCase[] => [
  {
    id: `parse-image-${way}`,
    title: `An image that comes as text by ${title} is not requested`,
    script: `const h = '<img alt="" src="{at}/a.gif">'; ${code}`,
    // Nothing is left of a refused request, and nobody finds what is not in the page.
    ...(/^(detached-inner-html|xhr-document)$/.test(way) ? { after: 'again' as const } : {}),
    ...(needs ? { needs } : {}),
  },
]);
const parsedFrames = [
  'inner-html',
  'outer-html',
  'insert-adjacent-html',
  'template-content',
  'set-html-unsafe',
].map((way): LeakCase => {
  const needs = PARSERS[way]?.[2];
  return {
    id: `parse-frame-${way}`,
    title: `A frame that comes as text by ${PARSERS[way]?.[0]} is neither requested nor run`,
    script: `const h = '<iframe title="Frame" src="{at}/a.html"></iframe>'; ${PARSERS[way]?.[1]}`,
    leak: 'run',
    ...(needs ? { needs } : {}),
  };
});

const OTHERS: readonly LeakCase[] = [
  {
    id: 'parse-script-contextual-fragment',
    title: 'A script parsed by createContextualFragment is neither requested nor run',
    script: `document.body.append(document.createRange().createContextualFragment('<script src="{at}/a.js"><\\/script>'));`,
    leak: 'run',
  },
  {
    id: 'parse-handler',
    title: 'An error handler in parsed HTML that loads the vendor leads to nothing',
    script: `document.body.insertAdjacentHTML('beforeend', '<img alt="" src="data:," onerror="this.onerror=null;this.src=\\'{at}/a.gif\\'">');`,
  },
  {
    id: 'parse-declarative-shadow',
    title: 'A declarative shadow root parsed by setHTMLUnsafe fetches nothing',
    script: `document.body.appendChild(document.createElement('div')).setHTMLUnsafe('<div><template shadowrootmode="closed"><img src="{at}/a.gif"></template></div>');`,
    needs: '"setHTMLUnsafe" in Element.prototype',
  },
  {
    id: 'write-script',
    title: 'A script that is written is neither requested nor run',
    script: `document.write('<script src="{at}/a.js"><\\/script>');`,
    leak: 'run',
    parsing: true,
  },
  {
    id: 'write-pieces',
    title: 'A script that is written in pieces is neither requested nor run',
    script: `document.write('<scr'); document.write('ipt src="{at}'); document.write('/a.js"></scr', 'ipt>');`,
    leak: 'run',
    parsing: true,
  },
  {
    id: 'writeln-image',
    title: 'An image that is written with writeln is not requested',
    script: `document.writeln('<img alt="" src="{at}/a.gif">');`,
    parsing: true,
  },
  {
    id: 'write-frame-pieces',
    title: 'A frame that is written in pieces is neither requested nor run',
    script: `document.write('<iframe title="Frame" s'); document.write('rc={at}/a.html></iframe>');`,
    leak: 'run',
    parsing: true,
  },
  {
    id: 'write-by-written',
    title: 'A script written by a written inline script is neither requested nor run',
    script: `document.write('<script>document.write("<script src={at}/a.js><\\\\/script>")<\\/script>');`,
    leak: 'run',
    parsing: true,
  },
  {
    id: 'script-type-later',
    title: 'A script that stands inert in the page and gets a type is neither requested nor run',
    script: `const s = document.createElement('script'); s.type = 'text/template'; s.src = '{at}/a.js'; document.body.append(s); const t = s.cloneNode(); t.type = 'text/javascript'; s.replaceWith(t);`,
    leak: 'run',
  },
  {
    id: 'script-src-after-insertion',
    title: 'An empty script that gets its address after its insertion is neither requested nor run',
    script: `const s = document.createElement('script'); document.body.append(s); s.src = '{at}/a.js';`,
    leak: 'run',
  },
  {
    id: 'script-module',
    title: 'A module that is appended is neither requested nor run',
    script: `const s = document.createElement('script'); s.type = 'module'; s.src = '{at}/a.mjs'; document.body.append(s);`,
    leak: 'run',
  },
  {
    id: 'script-text-module',
    title: 'An appended inline module that imports from the vendor leads to nothing',
    script: `const s = document.createElement('script'); s.type = 'module'; s.textContent = "import '{at}/a.mjs'"; document.body.append(s);`,
    leak: 'run',
    after: 'reload',
  },
  {
    id: 'script-inline-that-loads',
    title: "An appended inline script that appends the vendor's leads to nothing",
    script: `const s = document.createElement('script'); s.text = "const t = document.createElement('script'); t.src = '{at}/a.js'; document.body.append(t);"; s.text = '{' + s.text + '}'; document.body.append(s);`,
    leak: 'run',
  },
  {
    id: 'script-svg',
    title: "SVG's script element that is appended is neither requested nor run",
    script: `const ns = 'http://www.w3.org/2000/svg'; const g = document.createElementNS(ns, 'svg'); const s = document.createElementNS(ns, 'script'); s.setAttribute('href', '{at}/a.js'); g.append(s); document.body.append(g);`,
    leak: 'run',
  },
  {
    id: 'script-svg-xlink-ns',
    title: "SVG's script element with a namespaced xlink:href is neither requested nor run",
    script: `const ns = 'http://www.w3.org/2000/svg'; const g = document.createElementNS(ns, 'svg'); const s = document.createElementNS(ns, 'script'); s.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '{at}/a.js'); g.append(s); document.body.append(g);`,
    leak: 'run',
  },
  {
    id: 'svg-image-base-val',
    title: "An image in SVG whose address comes by its href's baseVal is not requested",
    script: `const ns = 'http://www.w3.org/2000/svg'; const g = document.createElementNS(ns, 'svg'); const i = document.createElementNS(ns, 'image'); i.setAttribute('width', 9); i.setAttribute('height', 9); g.append(i); document.body.append(g); i.href.baseVal = '{at}/a.gif';`,
  },
  {
    id: 'svg-image-animated',
    title: "An image in SVG whose address is animated to the vendor's is not requested",
    script: `document.body.insertAdjacentHTML('beforeend', '<svg width="9" height="9"><image width="9" height="9"><set attributeName="href" to="{at}/a.gif" begin="0s"/></image></svg>');`,
    idle: { webkit: 'WebKit does not load what an animation brings.' },
  },
  {
    id: 'svg-image-animate-values',
    title: "An image in SVG whose address is one of an animation's values is not requested",
    script: `document.body.insertAdjacentHTML('beforeend', '<svg width="9" height="9"><image width="9" height="9"><animate attributeName="href" values="data:,;{at}/a.gif" dur="0.1s" fill="freeze"/></image></svg>');`,
    idle: { webkit: 'WebKit does not load what an animation brings.' },
  },
  {
    id: 'img-constructor',
    title: 'An image made by its constructor and never inserted is not requested',
    script: `new Image().src = '{at}/a.gif';`,
    after: 'again',
  },
  {
    id: 'img-created',
    title: 'An image that is created and never inserted is not requested',
    script: `document.createElement('img').setAttribute('src', '{at}/a.gif');`,
    after: 'again',
  },
  {
    id: 'img-srcset-property',
    title: 'An image whose source set is a property is not requested',
    script: `const i = new Image(); i.srcset = '{at}/a.gif 1x'; document.body.append(i);`,
  },
  {
    id: 'picture-source-dynamic',
    title: "A picture's source set after its insertion is not requested",
    script: `const p = document.createElement('picture'); const s = document.createElement('source'); p.append(s, new Image()); document.body.append(p); s.srcset = '{at}/a.gif';`,
  },
  {
    id: 'input-image-type-later',
    title: 'A field that becomes an image button is not requested',
    script: `const i = document.createElement('input'); i.src = '{at}/a.gif'; document.body.append(i); i.type = 'image';`,
  },
  {
    id: 'video-src-property',
    title: 'A video that is never inserted is not requested',
    script: `const v = document.createElement('video'); v.preload = 'auto'; v.src = '{at}/a.wav'; v.load();`,
    after: 'again',
  },
  {
    id: 'audio-constructor',
    title: 'Audio made by its constructor is not requested',
    script: `const a = new Audio('{at}/a.wav'); a.preload = 'auto'; a.load();`,
    after: 'again',
  },
  {
    id: 'video-poster-property',
    title: "A video's poster set as a property is not requested",
    script: `const v = document.createElement('video'); document.body.append(v); v.poster = '{at}/a.gif';`,
  },
  {
    id: 'video-source-appended',
    title: 'A source appended to a video is not requested',
    script: `const v = document.createElement('video'); v.preload = 'auto'; document.body.append(v); const s = document.createElement('source'); s.src = '{at}/a.wav'; v.append(s); v.load();`,
  },
  {
    id: 'object-data-property',
    title: 'An object whose data is set after its insertion is neither requested nor run',
    script: `const o = document.createElement('object'); o.type = 'text/html'; document.body.append(o); o.data = '{at}/a.html';`,
    leak: 'run',
  },
  {
    id: 'embed-appended',
    title: 'An embed that is appended is neither requested nor run',
    script: `const e = document.createElement('embed'); e.type = 'text/html'; e.src = '{at}/a.html'; document.body.append(e);`,
    leak: 'run',
  },
  {
    id: 'frame-src-after-insertion',
    title: 'A frame that gets its address after its insertion is neither requested nor run',
    script: `const f = document.body.appendChild(document.createElement('iframe')); f.src = '{at}/a.html';`,
    leak: 'run',
  },
  {
    id: 'frameset',
    title: 'A frame of a frameset in a frame is neither requested nor run',
    script: `const f = document.createElement('iframe'); f.srcdoc = '<frameset><frame src="{at}/a.html"></frameset>'; document.body.append(f);`,
    leak: 'run',
  },
  {
    id: 'link-preload-appended',
    title: 'A preload that is appended is not requested',
    script: `const l = document.createElement('link'); l.rel = 'preload'; l.as = 'image'; l.href = '{at}/a.gif'; document.head.append(l);`,
  },
  {
    id: 'link-modulepreload-appended',
    title: 'A preloaded module that is appended is not requested',
    script: `const l = document.createElement('link'); l.rel = 'modulepreload'; l.href = '{at}/a.mjs'; document.head.append(l);`,
    needs: `document.createElement('link').relList.supports('modulepreload')`,
  },
  {
    id: 'link-prefetch-appended',
    title: 'A prefetch that is appended is not requested',
    script: `const l = document.createElement('link'); l.rel = 'prefetch'; l.href = '{at}/a.html'; document.head.append(l);`,
    needs: `document.createElement('link').relList.supports('prefetch')`,
  },
  {
    id: 'link-rel-list',
    title: 'A link that becomes a style sheet by its relList is not requested',
    script: `const l = document.createElement('link'); l.href = '{at}/a.css'; document.head.append(l); l.relList.add('stylesheet');`,
  },
  {
    id: 'link-rel-later',
    title: 'A link that becomes a style sheet by its rel is not requested',
    script: `const l = document.createElement('link'); l.href = '{at}/a.css'; document.head.append(l); l.rel = 'stylesheet';`,
  },
  {
    id: 'link-imagesrcset',
    title: "A preload's source set set as a property is not requested",
    script: `const l = document.createElement('link'); l.rel = 'preload'; l.as = 'image'; l.imageSrcset = '{at}/a.gif 1x'; document.head.append(l);`,
  },
  {
    id: 'speculation-rules-appended',
    title: 'Speculation rules that are appended prefetch nothing',
    script: `const s = document.createElement('script'); s.type = 'speculationrules'; s.textContent = JSON.stringify({ prefetch: [{ urls: ['{at}/a.html'], eagerness: 'immediate' }] }); document.head.append(s);`,
    needs: `HTMLScriptElement.supports?.('speculationrules')`,
    after: 'again',
    blockedBy: "script-src 'none'",
  },
  {
    id: 'css-style-element',
    title: 'A style element that is appended fetches nothing',
    script: `const s = document.createElement('style'); s.textContent = 'body { background: url({at}/a.gif) }'; document.head.append(s);`,
  },
  {
    id: 'css-style-text-node',
    title: 'A style element that gets its text as a node fetches nothing',
    script: `const s = document.head.appendChild(document.createElement('style')); s.append(document.createTextNode('body { background: url({at}/a.gif) }'));`,
  },
  {
    id: 'css-text-node-data',
    title: "A style element whose text node's data changes fetches nothing",
    script: `const s = document.head.appendChild(document.createElement('style')); const t = document.createTextNode('x {}'); s.append(t); t.data = 'body { background: url({at}/a.gif) }';`,
  },
  {
    id: 'css-insert-rule',
    title: 'An inserted rule fetches nothing',
    script: `const s = document.head.appendChild(document.createElement('style')); s.sheet.insertRule('body { background: url({at}/a.gif) }');`,
    after: 'again',
  },
  {
    id: 'css-insert-rule-import',
    title: 'An inserted import rule fetches nothing',
    script: `const s = document.head.appendChild(document.createElement('style')); s.sheet.insertRule('@import url({at}/a.css)');`,
    after: 'again',
  },
  {
    id: 'css-insert-rule-font',
    title: 'An inserted font face fetches nothing',
    script: `const s = document.head.appendChild(document.createElement('style')); s.sheet.insertRule('@font-face { font-family: F; src: url({at}/a.woff2) }'); document.querySelector('p').style.fontFamily = 'F';`,
    after: 'again',
  },
  {
    id: 'css-nested-insert-rule',
    title: 'A rule inserted into a media rule fetches nothing',
    script: `const s = document.head.appendChild(document.createElement('style')); s.sheet.insertRule('@media all {}'); s.sheet.cssRules[0].insertRule('body { background: url({at}/a.gif) }');`,
    after: 'again',
  },
  {
    id: 'css-rule-style',
    title: "A rule's declaration that is changed fetches nothing",
    script: `const s = document.head.appendChild(document.createElement('style')); s.sheet.insertRule('body {}'); s.sheet.cssRules[0].style.backgroundImage = 'url({at}/a.gif)';`,
    after: 'again',
  },
  {
    id: 'css-replace-sync',
    title: 'An adopted style sheet fetches nothing',
    script: `const s = new CSSStyleSheet(); s.replaceSync('body { background: url({at}/a.gif) }'); document.adoptedStyleSheets = [s];`,
    after: 'again',
    needs: `'adoptedStyleSheets' in document`,
  },
  {
    id: 'css-replace-shadow',
    title: 'A style sheet adopted by a closed shadow root fetches nothing',
    script: `const s = new CSSStyleSheet(); await s.replace('p { background: url({at}/a.gif) }'); const r = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }); r.innerHTML = '<p>Text</p>'; r.adoptedStyleSheets.push(s);`,
    after: 'again',
    needs: `'adoptedStyleSheets' in document`,
  },
  {
    id: 'css-style-property',
    title: "An element's background set as a property is not requested",
    script: `document.body.style.backgroundImage = 'url({at}/a.gif)';`,
    after: 'again',
  },
  {
    id: 'css-style-css-text',
    title: "An element's whole style set as text fetches nothing",
    script: `document.body.style.cssText = 'background: url({at}/a.gif)';`,
    after: 'again',
  },
  {
    id: 'css-style-assigned',
    title: 'A style assigned as if it were text fetches nothing',
    script: `document.body.style = 'background: url({at}/a.gif)';`,
    after: 'again',
  },
  {
    id: 'css-style-set-property',
    title: 'A declaration set by setProperty fetches nothing',
    script: `document.body.style.setProperty('background-image', 'url({at}/a.gif)', 'important');`,
    after: 'again',
  },
  {
    id: 'css-style-custom-property',
    title: 'An address that reaches a background through a custom property set by script is not requested',
    script: `const s = document.head.appendChild(document.createElement('style')); s.textContent = 'body { background: var(--x) }'; document.documentElement.style.setProperty('--x', 'url({at}/a.gif)');`,
    after: 'again',
  },
  {
    id: 'css-style-attribute',
    title: 'A style attribute set by script fetches nothing',
    script: `document.body.setAttribute('style', 'background: url({at}/a.gif)');`,
    after: 'again',
  },
  {
    id: 'css-attribute-style-map',
    title: "A declaration set by an element's style map fetches nothing",
    script: `document.body.attributeStyleMap.set('background-image', 'url({at}/a.gif)');`,
    after: 'again',
    needs: `'attributeStyleMap' in document.body`,
  },
  {
    id: 'css-animate',
    title: 'A background that an animation brings is not requested',
    script: `document.body.animate([{ backgroundImage: 'url({at}/a.gif)' }, { backgroundImage: 'url({at}/a.gif)' }], 5000);`,
    after: 'again',
  },
  {
    id: 'table-background',
    title: "A table's background attribute set by script is not requested",
    script: `const t = document.createElement('table'); t.setAttribute('background', '{at}/a.gif'); t.insertRow().insertCell().textContent = 'x'; document.body.append(t);`,
  },
  {
    id: 'body-background',
    title: "The body's background property is not requested",
    script: `document.body.background = '{at}/a.gif';`,
  },
  {
    id: 'font-face',
    title: 'A font loaded by script is not requested',
    script: `await new FontFace('F', 'url({at}/a.woff2)').load();`,
    after: 'again',
  },
  {
    id: 'custom-element-connected',
    title: 'A custom element that loads the vendor when it is connected leads to nothing',
    script: `const name = 'x-' + Math.random().toString(36).slice(2); customElements.define(name, class extends HTMLElement { connectedCallback() { const s = document.createElement('script'); s.src = '{at}/a.js'; this.append(s); } }); document.body.append(document.createElement(name));`,
    leak: 'run',
  },
  {
    id: 'custom-element-upgrade',
    title: 'A custom element in HTML text that is upgraded and loads a pixel leads to nothing',
    script: `const name = 'x-' + Math.random().toString(36).slice(2); document.body.insertAdjacentHTML('beforeend', '<' + name + '></' + name + '>'); customElements.define(name, class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<img src="{at}/a.gif">'; } });`,
  },
  {
    id: 'custom-element-builtin',
    title: 'A customised image that requests by itself is not requested',
    script: `const name = 'x-' + Math.random().toString(36).slice(2); customElements.define(name, class extends HTMLImageElement { connectedCallback() { this.src = '{at}/a.gif'; } }, { extends: 'img' }); document.body.append(document.createElement('img', { is: name }));`,
    needs: `(() => { class T extends HTMLImageElement {} try { customElements.define('x-probe', T, { extends: 'img' }); return new T() instanceof HTMLImageElement; } catch { return false; } })()`,
  },
  {
    id: 'observer-swap',
    title: 'An image whose address is swapped in an observer of the page is not requested',
    script: `const i = document.createElement('img'); const o = new MutationObserver(() => { o.disconnect(); i.src = i.dataset.src; }); o.observe(document.body, { childList: true }); i.dataset.src = '{at}/a.gif'; document.body.append(i);`,
  },
];

/** What scripts of the page make. */
export const DYNAMIC: readonly LeakCase[] = [
  ...inserted,
  ...framed,
  ...styled,
  ...addressed,
  ...parsed,
  ...parsedFrames,
  ...OTHERS.map((one) => ({ ...one, id: `dyn-${one.id}` })),
];
