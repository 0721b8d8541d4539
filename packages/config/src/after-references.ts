import { type Problem, withSuggestion } from './problem.js';
import type { ConsentryConfig, VendorConfig } from './schema.js';

/** What a schema cannot see of `after`: that the vendors it names are there, and that none waits for itself. */
export function afterProblems({ vendors }: ConsentryConfig): Problem[] {
  const on = Object.fromEntries(Object.entries(vendors).filter(([, { enabled }]) => enabled !== false));
  const problems = Object.entries(on).flatMap(([id, vendor]) =>
    basesOf(vendor).flatMap((base) => {
      const expected = mistakeIn(id, base, vendors);
      if (!expected) return [];
      const others = Object.keys(on).filter((other) => other !== id);
      const suggestion = Object.hasOwn(vendors, base) ? {} : withSuggestion(base, others);
      return [{ path: `vendors.${id}.after`, value: base, expected, ...suggestion }];
    }),
  );
  return [...problems, ...circles(on)];
}

function basesOf({ after = [] }: VendorConfig): readonly string[] {
  return [after].flat();
}

/** What was expected in place of `base`; nothing when it is right. */
function mistakeIn(id: string, base: string, vendors: ConsentryConfig['vendors']): string | undefined {
  if (base === id) return 'another vendor; none can wait for itself';
  if (vendors[id]?.adapter === false) return 'not to be set; without an adapter nothing starts this vendor';
  const vendor = Object.hasOwn(vendors, base) ? vendors[base] : undefined;
  if (!vendor) return `a vendor of this file (${Object.keys(vendors).join(', ')})`;
  if (vendor.enabled === false) return 'a vendor that is on; this one is turned off by "enabled": false';
  if (vendor.adapter === false)
    return 'a vendor with an adapter; nothing tells when the tags of this one have arrived';
  return undefined;
}

/** Vendors that wait for each other, each circle once, at the first of them in the file. */
function circles(vendors: ConsentryConfig['vendors']): Problem[] {
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (id: string, path: readonly string[]) => {
    const start = path.indexOf(id);
    if (start >= 0) {
      const circle = path.slice(start);
      if (circle.length > 1)
        problems.push({
          path: `vendors.${circle[0]}.after`,
          value: circle[1],
          expected: `vendors that do not wait for each other (${[...circle, id].join(' after ')})`,
        });
      return;
    }
    const vendor = Object.hasOwn(vendors, id) ? vendors[id] : undefined;
    if (!vendor || done.has(id)) return;
    for (const base of basesOf(vendor)) visit(base, [...path, id]);
    done.add(id);
  };
  for (const id of Object.keys(vendors)) visit(id, []);
  return problems;
}
