import type { createScriptPolicy } from '../trusted-types.js';
import type { ElementGuard } from './elements.js';
import type { Ownership } from './ownership.js';
import type { After, Before, Patch } from './patch.js';

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
  { ownerOf, ownerIn, without, blobs }: Ownership,
  { holds, inspect, cleaned }: ElementGuard,
  policy: ReturnType<typeof createScriptPolicy>,
  patch: Patch,
  guardFrames: (result?: unknown, args?: unknown[]) => void,
): (element: Element) => void {
  /** Patches whatever of these names there is at each of these interfaces, or at the window itself. */
  const on = (owners: string, names: string, before?: Before, after?: After) => {
    for (const name of owners.split(' '))
      patch(
        name === 'window' ? realm : (realm[name as Name] as { prototype?: object } | undefined)?.prototype,
        names,
        before,
        after,
      );
  };

  /**
   * What may be asked for in place of this address: when it is withheld, one of the site itself that every browser
   * refuses to ask (https://fetch.spec.whatwg.org/#port-blocking), so that the failure is the browser's own.
   */
  const safe = (given: unknown) => {
    // What may answer otherwise the next time is asked once.
    const to = {}.toString.call(given) === '[object Object]' ? `${given}` : given;
    if (!ownerOf(to)) return to;
    const [scheme = 'https:'] = /^(wss?|blob):/.exec(`${to}`) ?? [];
    return scheme + (scheme === 'blob:' ? `${realm.origin}/0` : `//${location.hostname}:1`);
  };
  /** Puts that where the address stands among the arguments. */
  const address =
    (place: number): Before =>
    (args) => {
      const to = safe(args[place]);
      if (to) args[place] = to;
    };
  on(
    'window Navigator Worklet ServiceWorkerContainer Cache',
    'fetch fetchLater WebSocket EventSource Worker SharedWorker WebTransport sendBeacon addModule register add',
    address(0),
  );
  on('XMLHttpRequest', 'open', address(1));
  on('Cache', 'addAll', (args) => {
    args[0] = [...(args[0] as Iterable<unknown>)].map(safe);
  });
  on('window', 'open', ([url]) => !!ownerOf(url), guardFrames);
  // Its servers have addresses without slashes: `stun:stun.example.com`.
  on('window', 'RTCPeerConnection', (args) => {
    if (ownerIn(`${JSON.stringify(args[0])}`.replace(/"\w+:/g, '"//'))) args[0] = {};
  });

  // Texts that become documents or styles.
  const css: Before = (args) => {
    args.forEach((given, i) => {
      const text = JSON.stringify(given);
      if (ownerIn(text)) args[i] = JSON.parse(without(text));
    });
  };
  // A text that nobody has trusted stays one: the page's policy has the last word on it.
  const like = (given: unknown, text: string) => (typeof given === 'string' ? text : policy.createHTML(text));
  const html: Before = (args) => {
    args.forEach((text, i) => {
      // Under a vendor's base it may name nobody.
      if (!ownerIn(`${text}`) && !ownerOf('')) return;
      const template = document.createElement('template');
      template.innerHTML = policy.createHTML(`${text}`);
      inspect(template.content, true);
      args[i] = like(text, template.innerHTML);
    });
  };
  on(
    'CSSStyleSheet CSSGroupingRule CSSStyleDeclaration Element window',
    'insertRule addRule replace replaceSync setProperty cssText animate FontFace KeyframeEffect',
    css,
  );
  on(
    'Element ShadowRoot Range Document',
    'innerHTML outerHTML insertAdjacentHTML setHTMLUnsafe createContextualFragment execCommand',
    html,
    guardFrames,
  );
  // A tag may be written in pieces, and only the whole of it says what it is.
  let open = '';
  on(
    'Document',
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
  const nodes: Before = (args, self) => {
    // What is put into a script makes it run. A text among the nodes has nothing in it.
    [...args, (self as Element).localName === 'script' && self].forEach((node) => {
      if (node) inspect(node as Node, true);
    });
  };
  on(
    'Node Element DocumentFragment CharacterData Document Range',
    'appendChild insertBefore replaceChild append prepend before after replaceWith replaceChildren insertAdjacentElement moveBefore adoptNode importNode insertNode surroundContents',
    nodes,
    guardFrames,
  );

  // Attributes, by whatever name a page reaches them.
  const held = (element: unknown, name: unknown, value: unknown) =>
    element && holds(element as Element, `${name}`, value, true);
  on('Element', 'setAttribute setAttributeNS', (args, element) => held(element, args.at(-2), args.at(-1)));
  on('Element', 'setAttributeNode setAttributeNodeNS', ([attr], element) =>
    held(element, (attr as Attr).name, (attr as Attr).value),
  );
  on('NamedNodeMap', 'setNamedItem setNamedItemNS', ([attr]) => !!ownerOf((attr as Attr).value));
  const attribute: Before = ([value], attr) => held((attr as Attr).ownerElement, (attr as Attr).name, value);
  on('Attr', 'value', attribute);
  const text: Before = (args, node) => {
    const { nodeType, localName } = node as Element;
    if (localName === 'style') args[0] = cleaned(node as Element, `${args[0]}`);
    return nodeType === 2 && attribute(args, node, '');
  };
  on('Node', 'textContent nodeValue', text);
  on('SVGAnimatedString', 'baseVal', ([value]) => !!ownerOf(value));
  // Setters of a kind of element when the first of the kind is made: most pages make few kinds, and to look at all of
  // them takes longer than everything else here.
  const kinds = new WeakSet<object>();
  const guardKind = (element: unknown) => {
    const kind = Object.getPrototypeOf(element);
    if (!kind || kinds.has(kind)) return;
    kinds.add(kind);
    patch(kind, PROPERTIES, ([value], owner, property) => held(owner, property, value));
    guardKind(kind);
  };
  on('Document window', 'createElement createElementNS Image', undefined, guardKind);
  on('window', 'Audio', address(0), guardKind);

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
  on('EventTarget HTMLElement', 'dispatchEvent click', click);
  on('HTMLFormElement', 'submit requestSubmit', ([by], form) => leads((by ?? form) as Element));

  // What is made of texts here is told by its address later.
  on('window', 'Blob', undefined, (blob, [parts]) => {
    const text = [...((parts as unknown[]) ?? [])].filter((part) => typeof part === 'string').join('');
    if (ownerIn(text)) texts.set(blob as object, text);
  });
  patch(realm.URL, 'createObjectURL', undefined, (url, [blob]) => {
    blobs.set(url as string, texts.get(blob as object) ?? '');
  });
  return guardKind;
}
