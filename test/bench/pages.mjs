// The pages that are measured: the same page with the floor, with Consentry, with less, with neither.

/** How many marked tags a page has; every thirtieth is external. */
export const TAGS = 3000;
const EVERY = 30;

/** The manager's script of each variant. */
export const SCRIPTS = {
  floor: '/floor.js',
  consentry: '/consentry.js',
  marked: '/marked/consentry.js',
  least: '/least.js',
  inline: '/consentry.js',
  plain: '',
};

/** Remembers the order in which tags ran, and when the visitor clicked and the last one was done. */
const harness = (tags) => `var order = [], clickedAt = 0, doneAt = 0;
addEventListener('click', function () { clickedAt = performance.now(); }, true);
function run(i) { order.push(i); if (order.length === ${tags}) doneAt = performance.now(); }`;

/** The page of a variant with so many tags. */
export function page(variant, tags, inline = '') {
  const script = SCRIPTS[variant];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${variant}</title>
<link rel="icon" href="data:,">
<script>${harness(tags)}</script>
${script ? `<script src="${script}"></script>` : ''}
</head>
<body>
${inline}<h1>A page with many tags</h1>
${variant === 'floor' ? BANNER : ''}
${Array.from({ length: tags }, (_, i) => tag(i)).join('\n')}
</body>
</html>`;
}

const BANNER = `<section id="banner" hidden>
<p>May we measure visits, and send useful mail?</p>
<button data-answer="denied">Deny all</button> <button data-answer="granted">Allow all</button>
</section>`;

function tag(i) {
  return i % EVERY === EVERY - 1
    ? `<script type="text/plain" data-consentry="analytics" src="/tag/${i}.js"></script>`
    : `<script type="text/plain" data-consentry="analytics">run(${i});</script>`;
}
