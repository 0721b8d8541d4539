import type { Topic } from '@consentry/receipts-server';
import type { Catalogue } from '../adapter-catalogue.js';

type Name = string | Readonly<Record<string, string>>;

/** What visitors of a site decide on, with the names they are shown. */
export function insightsTopics(
  config: {
    readonly languages: readonly string[];
    readonly purposes: Readonly<Record<string, { readonly label: Name; readonly exempt?: boolean }>>;
    readonly vendors: Readonly<Record<string, { readonly adapter?: string | false; readonly name?: Name }>>;
  },
  catalogue: Catalogue,
): Topic[] {
  const named = (id: string, kind: Topic['kind'], name: Name | undefined): Topic => ({
    ...{ id, kind },
    ...(name ? { names: typeof name === 'string' ? { [config.languages[0] ?? 'en']: name } : name } : {}),
  });
  return [
    ...Object.entries(config.purposes)
      .filter(([, { exempt }]) => !exempt)
      .map(([id, { label }]) => named(id, 'purpose', label)),
    ...Object.entries(config.vendors).map(([id, { adapter = id, name }]) =>
      named(id, 'vendor', name ?? (adapter ? catalogue[adapter]?.name : undefined)),
    ),
  ];
}
