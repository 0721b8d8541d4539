import type { FaceStyle, PreferencesContent } from '@consentry/widget';
import { embedPreferences } from '@consentry/widget/embedded-preferences';
import { mountPreferences } from '@consentry/widget/preferences';
import { fileLanguages } from './content-files.js';
import type { ContentFiles } from './fetch-content.js';
import { handOver } from './hand-over.js';
import type { FetchContent, PageHost, PreferencesPart } from './parts.js';
import { toHistory } from './save-receipt.js';

/** What builds put into the preferences' file. */
export interface PreferencesFile {
  readonly style: FaceStyle;
  /** Its contents. */
  readonly files: ContentFiles;
}

/** Makes what was fetched into what is shown. */
export type MakePreferences = (fetched: unknown, host: PageHost) => Promise<PreferencesContent>;

/** The whole of the preferences' file. `make` is for the build for everybody. */
export function preferencesFile({ style, files }: PreferencesFile, make?: MakePreferences): void {
  handOver().deliver(
    (host): PreferencesPart =>
      async ({ receipts, ...widget }) => {
        const { shared, onError } = host;
        const load = async (language = shared.language ?? '') => {
          shared.language = language;
          const fetchContent = shared.fetchContent as FetchContent;
          const fetched = await fetchContent<PreferencesContent>('preferences', files);
          return make ? make(fetched, host) : fetched;
        };
        const options = {
          ...widget,
          onError,
          style,
          content: await load(),
          languages: { available: fileLanguages(files), load },
          ...(receipts ? { history: () => toHistory(receipts(), widget.document) } : {}),
        };
        return { ...mountPreferences(options), embed: (place) => void embedPreferences(options, place) };
      },
  );
}
