import type { Text } from '../describe-vendor.js';

/** For a vendor that works for the site and improves its own service with what it sees. */
export const FOR_THE_SITE: Text = {
  en: 'Providing the service to the operator of this site, maintaining and improving that service',
  ja: 'サイト運営者へのサービスの提供、当該サービスの維持・改善',
};

/** For a vendor of advertising. */
export const FOR_ADVERTISING: Text = {
  en: 'Delivering and measuring advertising, building audiences, improving its own services',
  ja: '広告の配信と効果測定、広告の対象となる利用者層の作成、自社サービスの改善',
};

/** For a vendor whose own content is shown. */
export const FOR_ITS_CONTENT: Text = {
  en: 'Showing its content, statistics, and personalising and improving its own services',
  ja: 'コンテンツの提供、統計の作成、自社サービスの改善と利用者に応じた表示',
};

/** For a vendor that protects forms and payments. */
export const FOR_SECURITY: Text = {
  en: 'Telling people from programs, preventing abuse and fraud, improving that protection',
  ja: '人とプログラムの判別、不正利用の防止、当該機能の改善',
};

/** For software that the site may run itself, where nobody else receives anything. */
export const FOR_THE_OPERATOR: Text = {
  en: 'The same, where the operator of this site hosts it; otherwise providing and improving the hosted service',
  ja: 'サイト運営者が自ら運用する場合は上記の利用目的と同じ。提供元のクラウドを利用する場合は、サービスの提供と改善',
};
