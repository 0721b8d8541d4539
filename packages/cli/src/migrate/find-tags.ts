import type { AdapterCatalogue } from '@consentry/config';
import { type FoundVendor, findVendors } from '../site-reading/find-vendors.js';
import type { SetupReader, Sources } from './found-setup.js';

/** A vendor whose tags are in the pages. */
export interface TaggedVendor extends FoundVendor {
  /** The names of categories and services on its tags; none where they carry none. */
  readonly names: readonly string[];
}

/** Whose tags the pages have, and which names those carry. */
export function findTaggedVendors(
  { pages }: Pick<Sources, 'pages'>,
  { namesIn }: Pick<SetupReader, 'namesIn'>,
  catalogue: AdapterCatalogue,
): TaggedVendor[] {
  const all = findVendors(pages, catalogue).vendors;
  return all.map((vendor) => {
    const names = pages
      .flatMap(({ tags }) => tags)
      .filter((tag) => {
        const hosts = catalogue[vendor.adapter]?.hosts ?? [];
        return tag.urls.some(({ hostname }) =>
          hosts.some(
            (host) => hostname === host.split('/')[0] || hostname.endsWith(`.${host.split('/')[0]}`),
          ),
        );
      })
      .flatMap(({ attributes }) => namesIn(attributes));
    return { ...vendor, names: [...new Set(names)] };
  });
}
