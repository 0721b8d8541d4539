export { type Banner, type BannerControls, type BannerHost, mountBanner } from './banner.js';
export type {
  BannerContent,
  BannerPurpose,
  BannerTexts,
  EmbedPlace,
  EmbedsContent,
  EmbedTexts,
  Language,
  PreferencesContent,
  PreferencesPurpose,
  PreferencesTexts,
  PreferencesVendor,
  ReopenTexts,
} from './content.js';
export { drawEmbed, drawReopenButton, type EmbedHost } from './embed.js';
export { embedPreferences } from './embedded-preferences.js';
export {
  type BannerModel,
  type BannerState,
  createBannerModel,
  createPreferencesModel,
  type HeadlessOptions,
  type Model,
  type PreferencesModel,
  type PreferencesState,
  type PurposeChoice,
  type SentencePart,
  type VendorChoice,
} from './headless.js';
export { openModal } from './open-modal.js';
export { mountPreferences, type Preferences } from './preferences.js';
export type { LanguageChoice, PastDecision, PreferencesHost } from './preferences-host.js';
export {
  type Appearance,
  bannerStyle,
  embedStyle,
  type FaceStyle,
  preferencesStyle,
} from './style/index.js';
export type { WidgetHost } from './widget-host.js';
