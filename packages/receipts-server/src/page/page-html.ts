/** The page before its script has run. `base` must have been checked: it stands in attributes. */
export function pageHtml(base: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Consent receipts</title>
<link rel="stylesheet" href="${base}/receipts/page.css">
<script type="module" src="${base}/receipts/page.js"></script>
</head>
<body>
<main id="page"><noscript>This page needs JavaScript. <span lang="ja">このページには JavaScript が必要です。</span></noscript></main>
</body>
</html>
`;
}
