/**
 * Properties that only our own code of one build uses, which builds shorten. The same name becomes the same in
 * every file of a build, because the files hand such objects to each other. Not here may be: what a page, a
 * config, a cookie, a record, a fetched content or a hook by name can reach, and what a browser's object has.
 */
const NAMES = [
  'adopt',
  'behind',
  'createStore',
  'decidedAt',
  'deliver',
  'doubt',
  'guardFrames',
  'holds',
  'inspect',
  'isActive',
  'keyOf',
  'loadScript',
  'natives',
  'blobs',
  'nowS',
  'onReleased',
  'onReloadNeeded',
  'onShadowRoot',
  'onRoot',
  'releasing',
  'roots',
  'ownerIn',
  'ownerOf',
  'peek',
  'publish',
  'readCookie',
  'refusedBySignal',
  'removeStorage',
  'stores',
  'openCalls',
  'queues',
  'withDeciding',
  '$consent',
  'allowed',
  'cleaned',
  'onElement',
  'rule',
  'snapshot',
  'stored',
  'without',
  'base',
  'eager',
  'embedPreferences',
  'fetchContent',
  'follow',
  'guard',
  'listen',
  'onDecision',
  'onGrant',
  'onInit',
  'onStart',
  'onWithdraw',
  'onError',
  'openPreferences',
  'pending',
  'refresh',
  'released',
  'releaseOnce',
  'shared',
  'strict',
] as const;

/** Terser's settings for it: which names, and what each becomes. */
export function propertyMangling(): {
  regex: RegExp;
  nameCache: { props: { props: Record<string, string> } };
} {
  return {
    // Preact's own fields too, which nobody else looks at (lean-preact.ts).
    regex: new RegExp(`^(__preact\\w+|${NAMES.join('|')})$`),
    nameCache: {
      props: { props: Object.fromEntries(NAMES.map((name, i) => [`$${name}`, `$${i.toString(36)}`])) },
    },
  };
}
