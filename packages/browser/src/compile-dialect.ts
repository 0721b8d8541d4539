import type { DialectSettings } from './dialect.js';
import type { DialectName, SiteConfig } from './site-config.js';

/** What a build needs of a site's dialect: the name of what understands it, and its settings; nothing where there is none. */
export function compileDialect({
  dialect,
}: Pick<SiteConfig, 'dialect'>): { readonly peer: string; readonly settings: DialectSettings } | undefined {
  if (!dialect) return undefined;
  const { of, categories, ...settings } = dialect;
  return {
    peer: exportedName(of),
    settings: {
      ...settings,
      categories: Object.entries(categories).map(([name, ids]) => [name, [ids].flat()] as const),
    },
  };
}

/** The name under which `@consentry/browser/dialect` has it. */
function exportedName(of: DialectName): string {
  return of.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
