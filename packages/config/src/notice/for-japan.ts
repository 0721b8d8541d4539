import type { NoticeDocument } from './schema-notice.js';

/** Whether a notice is for people in Japan: in its language, of a controller there, or under its laws. */
export function isForJapan({ languages, controller, laws = [] }: NoticeDocument): boolean {
  return (
    languages.some((language) => /^ja\b/.test(language)) ||
    controller?.country === 'JP' ||
    laws.some(({ name }) => namesAppi(name))
  );
}

/** Whether a law is Japan's Act on the Protection of Personal Information, as far as its name tells. */
export function namesAppi(name: string | Readonly<Record<string, string>>): boolean {
  const names = typeof name === 'string' ? [name] : Object.values(name);
  return names.some((text) =>
    /個人情報の?保護に関する法律|個人情報保護法|Act on the Protection of Personal Information|\bAPPI\b/i.test(
      text,
    ),
  );
}
