import type { createScriptPolicy } from '../trusted-types.js';
import type { ElementGuard } from './elements.js';
import type { Ownership } from './ownership.js';
import type { Before, Patch } from './patch.js';

/** The attributes of `FETCHING` as properties. */
const PROPERTIES = 'src srcset href poster data background ping srcdoc imageSrcset action formAction style';

/** What blobs are made of that name a vendor, whichever realm made them. */
const texts = new WeakMap<object, string>();

/** A window whose globals are reached through it. */
export type Realm = Window & typeof globalThis;
type Name = keyof typeof globalThis;

/** The ways of one realm (a window, or a frame of the same origin) by which something is fetched or sent. */
export function guardRealm(
  realm: Realm,
  { ownerOf, ownerIn, without, noteBlob }: Ownership,
  { holds, inspect, cleaned }: ElementGuard,
  policy: ReturnType<typeof createScriptPolicy>,
  patch: Patch,
  guardFrames: (result?: unknown, args?: unknown[]) => void,
): (element: Element) => void {
  const proto = (name: string) => (realm[name as Name] as { prototype?: object } | undefined)?.prototype;
  const { document } = realm;

  /**
   * The address at this place among the arguments, if it is withheld, becomes one of the site itself that every browser refuses to ask
   * (https://fetch.spec.whatwg.org/#port-blocking), so that the failure is the browser's own.
   */
  const safe = (given: unknown) => {
    // What may answer otherwise the next time is asked once.
    const to = {}.toString.call(given) === '[object Object]' ? `${given}` : given;
    if (!ownerOf(to)) return to;
    const [scheme] = /^(wss?|blob):/.exec(`${to}`) ?? [];
    return scheme === 'blob:'
      ? `${scheme}${realm.origin}/0`
      : `${scheme ?? 'https:'}//${location.hostname}:1`;
  };
  const address =
    (place: number): Before =>
    (args) => {
      const to = safe(args[place]);
      if (to) args[place] = to;
    };
  patch(realm, 'fetch fetchLater WebSocket EventSource Worker SharedWorker WebTransport', address(0));
  patch(proto('Navigator'), 'sendBeacon', address(0));
  patch(proto('XMLHttpRequest'), 'open', address(1));
  patch(proto('Worklet'), 'addModule', address(0));
  patch(proto('ServiceWorkerContainer'), 'register', address(0));
  patch(proto('Cache'), 'add', address(0));
  patch(proto('Cache'), 'addAll', (args) => {
    args[0] = [...(args[0] as Iterable<unknown>)].map(safe);
  });
  patch(realm, 'open', ([url]) => !!ownerOf(url), guardFrames);
  patch(realm, 'RTCPeerConnection', (args) => {
    const { iceServers = [], ...rest } = (args[0] ?? {}) as RTCConfiguration;
    args[0] = {
      ...rest,
      iceServers: iceServers.filter(
        ({ urls }) => ![urls].flat().some((url) => ownerOf(url.replace(/^\w+:/, 'https://'))),
      ),
    };
  });

  // Texts that become documents or styles.
  const css: Before = (args) => {
    for (const [i, given] of args.entries()) {
      const text = JSON.stringify(given);
      if (ownerIn(text)) args[i] = JSON.parse(without(text));
    }
  };
  // A text that nobody has trusted stays one: the page's policy has the last word on it.
  const like = (given: unknown, text: string) => (typeof given === 'string' ? text : policy.createHTML(text));
  const html: Before = (args) => {
    for (const [i, text] of args.entries()) {
      // Under a vendor's base it may name nobody.
      if (!ownerIn(`${text}`) && !ownerOf('')) continue;
      const { content } = document.createElement('template');
      const template = content.ownerDocument.createElement('template');
      template.innerHTML = policy.createHTML(`${text}`);
      inspect(template.content, true);
      args[i] = like(text, template.innerHTML);
    }
  };
  patch(proto('CSSStyleSheet'), 'insertRule addRule replace replaceSync', css);
  patch(proto('CSSGroupingRule'), 'insertRule', css);
  patch(proto('CSSStyleDeclaration'), 'setProperty cssText', css);
  patch(realm, 'FontFace KeyframeEffect', css);
  patch(proto('Element'), 'animate', css);
  for (const name of ['Element', 'ShadowRoot']) {
    patch(proto(name), 'innerHTML outerHTML insertAdjacentHTML setHTMLUnsafe', html, guardFrames);
  }
  patch(proto('Range'), 'createContextualFragment', html);
  patch(proto('Document'), 'execCommand', html);
  // A tag may be written in pieces, and only the whole of it says what it is.
  let open = '';
  patch(
    proto('Document'),
    'write writeln',
    (args, page, name) => {
      const text = open + args.join('') + (name === 'write' ? '' : '\n');
      [open = ''] = /<([/!a-z][^>]*)?$/i.exec(text) ?? [];
      const given = args.find((each) => typeof each === 'string') ?? args[0];
      args.splice(0, args.length, like(given, text.slice(0, text.length - open.length)));
      return html(args, page, name);
    },
    guardFrames,
  );

  // Nodes on their way into the page.
  const nodes: Before = (args) => {
    for (const node of args) if ((node as Node | null)?.nodeType) inspect(node as Node, true);
  };
  patch(proto('Node'), 'appendChild insertBefore replaceChild', nodes, guardFrames);
  for (const name of ['Element', 'DocumentFragment', 'CharacterData', 'Document']) {
    patch(
      proto(name),
      'append prepend before after replaceWith replaceChildren insertAdjacentElement moveBefore adoptNode importNode',
      nodes,
      guardFrames,
    );
  }
  patch(proto('Range'), 'insertNode surroundContents', nodes, guardFrames);

  // Attributes, by whatever name a page reaches them.
  const held = (element: unknown, name: unknown, value: unknown) =>
    !!element && holds(element as Element, `${name}`, value, true);
  patch(proto('Element'), 'setAttribute setAttributeNS', (args, element) =>
    held(element, args.at(-2), args.at(-1)),
  );
  patch(proto('Element'), 'setAttributeNode setAttributeNodeNS', ([attr], element) =>
    held(element, (attr as Attr).name, (attr as Attr).value),
  );
  patch(proto('NamedNodeMap'), 'setNamedItem setNamedItemNS', ([attr]) => !!ownerOf((attr as Attr).value));
  const attribute: Before = ([value], attr) => held((attr as Attr).ownerElement, (attr as Attr).name, value);
  patch(proto('Attr'), 'value', attribute);
  const text: Before = (args, node) => {
    const { nodeType, localName } = node as Element;
    if (nodeType === 2) return attribute(args, node, '');
    if (localName === 'style') args[0] = cleaned(node as Element, `${args[0]}`);
    return false;
  };
  patch(proto('Node'), 'textContent nodeValue', text);
  patch(proto('SVGAnimatedString'), 'baseVal', ([value]) => !!ownerOf(value));
  // Setters of a kind of element when the first of the kind is made: most pages make few kinds, and to look at all of
  // them takes longer than everything else here.
  const kinds = new WeakSet<object>();
  const guardKind = (element: unknown) => {
    for (
      let kind = Object.getPrototypeOf(element);
      kind && !kinds.has(kind);
      kind = Object.getPrototypeOf(kind)
    ) {
      kinds.add(kind);
      patch(kind, PROPERTIES, ([value], owner, property) => held(owner, property, value));
    }
  };
  patch(proto('Document'), 'createElement createElementNS', undefined, guardKind);
  patch(realm, 'Image', undefined, guardKind);
  patch(realm, 'Audio', address(0), guardKind);

  // What follows a link or sends a form without the visitor.
  const leads = (element: Element) =>
    !!ownerOf(
      element.getAttribute('href') ??
        element.getAttribute('formaction') ??
        ((element as HTMLButtonElement).form ?? element).getAttribute('action'),
    );
  const click: Before = ([event], element) =>
    (!event || (event as Event).type === 'click') &&
    leads((element as Element).closest('[href],button,[type=submit]') as Element);
  patch(proto('HTMLElement'), 'click', click);
  patch(proto('EventTarget'), 'dispatchEvent', click);
  patch(proto('HTMLFormElement'), 'submit requestSubmit', ([by], form) => leads((by ?? form) as Element));

  // What is made of texts here is told by its address later.
  patch(realm, 'Blob', undefined, (blob, [parts]) => {
    const text = [...((parts as unknown[]) ?? [])].filter((part) => typeof part === 'string').join('');
    if (ownerIn(text)) texts.set(blob as object, text);
  });
  patch(realm.URL, 'createObjectURL', undefined, (url, [blob]) => {
    noteBlob(url as string, texts.get(blob as object) ?? '');
  });
  return guardKind;
}
