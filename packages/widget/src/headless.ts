export {
  type BannerModel,
  type BannerState,
  createBannerModel,
  type SentencePart,
} from './headless/banner-model.js';
export type { HeadlessOptions, Model } from './headless/model.js';
export {
  createPreferencesModel,
  type PreferencesModel,
  type PreferencesState,
  type PurposeChoice,
  type VendorChoice,
} from './headless/preferences-model.js';
