// What ought to be the case after each action: the rules of the documentation, written down once more and as plainly
// as possible. Nothing here comes from the packages.

const vendor = (id, purposes, storage) => ({
  name: id,
  adapter: false,
  purposes,
  provider: id,
  information: 'Pages viewed',
  usedFor: 'Testing',
  hosts: [`${id}.localhost`],
  storage: [{ ...storage, life: 'P1Y' }],
});

/** The site as it is configured. */
export const SITE = {
  site: 'sequences',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' }, media: { label: 'Embeds' } },
  vendors: {
    acme: vendor('acme', ['analytics'], { kind: 'cookie', name: '_acme' }),
    tube: vendor('tube', ['media'], { kind: 'localStorage', name: '_tube' }),
    duo: vendor('duo', ['analytics', 'media'], { kind: 'localStorage', name: '_duo' }),
  },
};
export const PURPOSES = Object.keys(SITE.purposes);
export const VENDORS = Object.keys(SITE.vendors);
export const IDS = [...PURPOSES, ...VENDORS];

/** The state that has to be reached after each of the actions. */
export function expectedStates(actions) {
  const model = createModel();
  return [{ type: 'open', tags: [] }, ...actions].map((action, step) => {
    model.take(action, step);
    return model.state();
  });
}

function createModel() {
  /** What was decided on each id by name; a vendor without an entry follows its purposes. */
  let decided = {};
  const stored = new Set();
  let views = 0;
  /** This page view: what is on it, what of that has run, and whose scripts cannot be unloaded. */
  let tags = [];
  let ran = [];
  let stuck = new Set();
  let parsed = [];

  const parentsOf = (id) => SITE.vendors[id]?.purposes ?? [];
  const status = (id) => {
    if (decided[id]) return decided[id];
    const parents = parentsOf(id).map(status);
    return parents.find((one) => one !== 'granted') ?? (parents[0] ? 'granted' : 'undecided');
  };
  const isAllowed = (id) => status(id) === 'granted';
  const needs = ({ marks, host }) => [...marks, ...(host ? [host] : [])];
  const isFree = (tag) => needs(tag).every(isAllowed);

  const settle = () => {
    for (const entry of tags) {
      const { tag, name } = entry;
      const free = isFree(tag);
      entry.live = free && (tag.kind === 'image' || tag.kind === 'frame');
      if (!free || entry.ran || (tag.kind === 'request' && entry.late)) continue;
      entry.ran = true;
      ran.push(name);
      if (tag.kind === 'inline' || tag.kind === 'external') for (const id of needs(tag)) stuck.add(id);
    }
    // A request that was refused is not made later.
    for (const entry of tags) entry.late = true;
    // Also of whom nobody has decided on, or no longer: what is there was left from before.
    for (const id of VENDORS) if (!isAllowed(id)) stored.delete(id);
  };
  const open = (named) => {
    views++;
    parsed = named;
    tags = named.map(({ name, ...tag }) => ({ name, tag }));
    ran = [];
    stuck = new Set();
    settle();
  };
  const decide = (choices) => {
    const before = Object.fromEntries(IDS.map((id) => [id, status(id)]));
    for (const id of VENDORS) if (parentsOf(id).some((parent) => choices[parent])) delete decided[id];
    for (const [id, act] of Object.entries(choices)) {
      const ends = before[id] === 'granted' || before[id] === 'withdrawn' ? 'withdrawn' : 'denied';
      decided[id] = act === 'grant' ? 'granted' : ends;
    }
    settle();
    // What has run cannot be taken back, so the page begins again.
    if ([...stuck].some((id) => !isAllowed(id))) open(parsed);
  };

  return {
    take(action, step) {
      const { type, ids = [] } = action;
      const named = (action.tags ?? []).map((tag, i) => ({ ...tag, name: `p${step}-${i}` }));
      if (type === 'arrive') {
        tags.push({ name: `a${step}`, tag: action.tag });
        settle();
      } else if (type === 'store') {
        if (isAllowed(action.vendor)) stored.add(action.vendor);
      } else if (type === 'decide') decide(action.choices);
      else if (type === 'grant' || type === 'deny' || type === 'withdraw')
        decide(Object.fromEntries((ids[0] ? ids : PURPOSES).map((id) => [id, type])));
      else {
        if (type === 'forget') {
          decided = {};
          stored.clear();
        }
        open(named);
      }
    },
    state: () => ({
      status: IDS.map(status),
      allowed: IDS.map(isAllowed),
      ran: [...ran].sort(),
      live: tags.flatMap(({ live, name }) => (live ? [name] : [])).sort(),
      stored: [...stored].sort(),
      views,
    }),
  };
}
