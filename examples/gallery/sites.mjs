// What the gallery shows: each layout with each theme, as configs that differ in nothing but `appearance`.

/** Layouts by the name they have in addresses. */
export const LAYOUTS = {
  box: { layout: 'box' },
  'box-start': { layout: 'box', position: 'bottom-start' },
  'box-top': { layout: 'box', position: 'top-end' },
  bar: { layout: 'bar', position: 'bottom' },
  'bar-top': { layout: 'bar', position: 'top' },
  modal: { layout: 'modal' },
};
export const THEMES = ['ink', 'paper', 'harbour', 'moss', 'contrast'];
export const LANGUAGES = ['en', 'ja', 'ar', 'de'];

/** The config of one page of the gallery. `video` is the host of the third party. */
export function siteOf(layout, theme, video) {
  const found = LAYOUTS[layout];
  if (!found || !THEMES.includes(theme)) return undefined;
  return {
    site: 'gallery',
    languages: LANGUAGES,
    appearance: { ...found, theme },
    purposes: {
      site: {
        exempt: true,
        label: {
          en: 'Running this site',
          ja: 'サイトの動作',
          ar: 'تشغيل هذا الموقع',
          de: 'Betrieb der Website',
        },
        description: {
          en: 'Needed for signing in.',
          ja: 'ログインに必要です。',
          ar: 'مطلوب لتسجيل الدخول.',
          de: 'Nötig zum Anmelden.',
        },
      },
      analytics: {
        label: { en: 'Measuring visits', ja: '閲覧状況の測定', ar: 'قياس الزيارات', de: 'Besuche messen' },
        description: {
          en: 'Shows us which pages are read.',
          ja: 'どのページが読まれているかを知るために使います。',
          ar: 'يُظهر لنا الصفحات التي تُقرأ.',
          de: 'Zeigt uns, welche Seiten gelesen werden.',
        },
        signals: ['gpc'],
      },
      videos: {
        label: { en: 'Showing videos', ja: '動画の表示', ar: 'عرض الفيديو', de: 'Videos zeigen' },
        description: {
          en: 'Plays videos on our pages.',
          ja: 'ページの中で動画を再生します。',
          ar: 'يشغّل مقاطع الفيديو في صفحاتنا.',
          de: 'Spielt Videos auf unseren Seiten ab.',
        },
      },
    },
    vendors: {
      counter: vendor('Acme Counter', 'Acme Ltd', 'IE', ['analytics'], {
        en: 'URLs of the pages viewed',
        ja: '閲覧したページの URL',
        ar: 'عناوين الصفحات التي تمت مشاهدتها',
        de: 'Adressen der angesehenen Seiten',
      }),
      video: {
        ...vendor('Acme Video', 'Acme Video Inc.', 'US', ['videos'], {
          en: 'what is played, IP address',
          ja: '再生した動画、IP アドレス',
          ar: 'ما يتم تشغيله وعنوان IP',
          de: 'was abgespielt wird, IP-Adresse',
        }),
        hosts: [video],
      },
    },
  };
}

function vendor(name, provider, country, purposes, information) {
  return { adapter: false, name, provider, country, purposes, information, usedFor: information };
}
