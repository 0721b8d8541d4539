export { type Banner, type BannerHost, mountBanner } from './banner.js';
export type {
  BannerContent,
  BannerPurpose,
  BannerTexts,
  EmbedTexts,
  Language,
  PreferencesContent,
  PreferencesPurpose,
  PreferencesTexts,
  PreferencesVendor,
  ReopenTexts,
} from './content.js';
export { mountPreferences, type Preferences, type PreferencesHost } from './preferences.js';
export type { WidgetHost } from './widget-host.js';
