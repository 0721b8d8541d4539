const PAGES = {
  page: { folder: 'receipts', title: 'Consent receipts' },
  insights: { folder: 'insights', title: 'Consent insights' },
};

/** A page before its script has run. `base` must have been checked: it stands in attributes. */
export function pageHtml(base: string, name: keyof typeof PAGES): string {
  const { folder, title } = PAGES[name];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${base}/${folder}/${name}.css">
<script type="module" src="${base}/${folder}/${name}.js"></script>
</head>
<body>
<main id="page"><noscript>This page needs JavaScript. <span lang="ja">このページには JavaScript が必要です。</span></noscript></main>
</body>
</html>
`;
}
