import { CHANGE_RULES, type ChangeWeight, FACTS } from './change-weights.js';
import type { NoticeFacts } from './notice-facts.js';

/** One difference between what visitors were told and what they are told. */
export interface NoticeChange {
  /** Where, e.g. `tools.google-analytics.provider`. Entries of lists by their id or name, others by their place. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
  readonly weight: ChangeWeight;
}

/** All differences, and whether visitors have to be asked again for them. */
export interface NoticeDiff {
  readonly changes: readonly NoticeChange[];
  /** What was promised when visitors agreed: the older document's rule. */
  readonly reconsent: 'never' | 'material' | 'always';
  /** By that rule visitors are to be asked again. */
  readonly asksAgain: boolean;
  /** They are to be asked again, and `notice.version` has not been raised. */
  readonly raiseVersion: boolean;
}

/** About the document itself: no change of what is told. */
const HOUSEKEEPING = /^document\.(\$schema|version|revisedOn|history|acknowledge|effective)\b/;

/**
 * Compares two moments of a notice. A change of wording alone is editorial where the newer document's history declares its
 * version so; what was added, or is no wording, stays what it is.
 */
export function diffNotice(before: NoticeFacts, after: NoticeFacts): NoticeDiff {
  const { document } = after;
  const [newest] = document?.history ?? [];
  const declared =
    newest?.kind === 'editorial' &&
    newest.version === document?.version &&
    before.document?.version !== document?.version;
  const changes = [...compare('', told(before), told(after))].map((change) => ({
    ...change,
    weight: weigh(change, declared),
  }));
  const reconsent = before.document?.changes?.reconsent ?? document?.changes?.reconsent ?? 'material';
  const counted = changes.filter(({ path }) => !HOUSEKEEPING.test(path));
  const asksAgain =
    reconsent === 'always'
      ? counted.length > 0
      : reconsent === 'material' && counted.some(({ weight }) => weight === 'material');
  return { changes, reconsent, asksAgain, raiseVersion: asksAgain && after.version <= before.version };
}

const told = ({ purposes, tools, document }: NoticeFacts) => ({ purposes, tools, document });

function weigh(change: Omit<NoticeChange, 'weight'>, declared: boolean): ChangeWeight {
  const rule = CHANGE_RULES.find(
    ({ paths, kind }) => paths.test(change.path) && (!kind || kind === change.kind),
  );
  if (rule) return rule.weight;
  const wording =
    typeof change.before === 'string' && typeof change.after === 'string' && !FACTS.test(change.path);
  return declared && wording ? 'editorial' : 'material';
}

type Found = Omit<NoticeChange, 'weight'>;

function* compare(path: string, before: unknown, after: unknown): Generator<Found> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (before === undefined) yield { path, kind: 'added', after };
  else if (after === undefined) yield { path, kind: 'removed', before };
  else if (isNode(before) && isNode(after)) {
    const old = entriesOf(before);
    const now = entriesOf(after);
    for (const key of new Set([...old.keys(), ...now.keys()]))
      yield* compare(path ? `${path}.${key}` : key, old.get(key), now.get(key));
  } else yield { path, kind: 'changed', before, after };
}

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Members of an object, or of a list by what they are known by, so that moving one is no change. */
function entriesOf(node: object): Map<string, unknown> {
  if (!Array.isArray(node)) return new Map(Object.entries(node));
  const entries = new Map<string, unknown>();
  node.forEach((item, i) => {
    const name = nameOf(item);
    entries.set(name === undefined || entries.has(name) ? String(i) : name, item);
  });
  return entries;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item.replace(/\./g, '·');
  if (!isNode(item)) return undefined;
  const { id, name, country, version, kind } = item as Record<string, unknown>;
  const found = [id, version, typeof name === 'string' ? name : undefined, country, kind].find(
    (value) => typeof value === 'string',
  );
  return typeof found === 'string' ? found.replace(/\./g, '·') : undefined;
}
