import { type Problem, withSuggestion } from './problem.js';
import type { ConsentryConfig } from './schema.js';

/** Names of another consent manager that stand for nothing of this file. */
export function dialectProblems({ dialect, purposes, vendors }: ConsentryConfig): Problem[] {
  if (!dialect) return [];
  const known = [...Object.keys(purposes), ...Object.keys(vendors)];
  const { categories, implied = [] } = dialect;
  return [
    ...Object.entries(categories).flatMap(([name, ids]) =>
      [ids]
        .flat()
        .filter((id) => !known.includes(id))
        .map((id) => ({
          path: `dialect.categories.${name}`,
          value: id,
          expected: 'purposes and vendors of this file',
          ...withSuggestion(id, known),
        })),
    ),
    ...implied
      .filter((name) => !Object.hasOwn(categories, name))
      .map((name) => ({
        path: 'dialect.implied',
        value: name,
        expected: 'names of dialect.categories',
        ...withSuggestion(name, Object.keys(categories)),
      })),
    ...(dialect.revision !== undefined && dialect.of !== 'vanilla-cookieconsent'
      ? [
          {
            path: 'dialect.revision',
            value: dialect.revision,
            expected: 'to be left out; only vanilla-cookieconsent has one',
          },
        ]
      : []),
  ];
}
