import type { FaceStyle, PreferencesContent } from '@consentry/widget';
import { mountPreferences } from '@consentry/widget/preferences';
import { type ContentFiles, fetchContent } from './fetch-content.js';
import { handOver } from './hand-over.js';
import { pickLanguage, spokenLanguages } from './language.js';
import type { PageHost, PreferencesPart } from './parts.js';
import { toHistory } from './save-receipt.js';

/** What builds put into the preferences' file. */
export interface PreferencesFile {
  readonly style: FaceStyle;
  /** Its contents. */
  readonly files: ContentFiles;
}

/** Makes what was fetched into what is shown. */
export type MakePreferences = (
  fetched: unknown,
  host: PageHost,
  language: string,
) => Promise<PreferencesContent>;

/** The whole of the preferences' file. `make` is for the build for everybody. */
export function preferencesFile({ style, files }: PreferencesFile, make?: MakePreferences): void {
  handOver().deliver(
    (host): PreferencesPart =>
      async ({ receipts, ...widget }) => {
        const { base, shared, onError } = host;
        const load = async (language: string) => {
          const fetched = await fetchContent<PreferencesContent>(base, 'preferences', language, files);
          shared.language = language;
          return make ? make(fetched, host, language) : fetched;
        };
        return mountPreferences({
          ...widget,
          onError,
          style,
          content: await load(pickLanguage(files, shared)),
          languages: { available: spokenLanguages(files, shared), load },
          ...(receipts ? { history: () => toHistory(receipts(), widget.document) } : {}),
        });
      },
  );
}
