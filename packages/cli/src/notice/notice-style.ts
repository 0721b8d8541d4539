/** The style sheet of all pages: light and dark, for screens of any width and for paper. */
export const NOTICE_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fdfdfb;
  --ink: #1d2327;
  --soft: #566069;
  --line: #d5d8d4;
  --tint: #f2f4f0;
  --link: #0b5a73;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191c;
    --ink: #e7eaec;
    --soft: #a9b3ba;
    --line: #394247;
    --tint: #1e2428;
    --link: #86c9de;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.7 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif;
  overflow-wrap: anywhere;
}
:lang(ja) { line-break: strict; word-break: normal; }
:lang(ja) :is(h1, h2, h3, h4, th) { word-break: auto-phrase; }
:lang(ja) body, body:lang(ja) { line-height: 1.85; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; justify-content: space-between; padding-top: 1rem; }
header ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
header a { display: inline-block; padding: 0.35rem 0; color: var(--soft); }
header a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
a { color: var(--link); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
.skip { position: absolute; left: -200vw; }
.skip:focus { left: 0.5rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 1; }
h1 { margin: 2rem 0 1rem; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.25rem); line-height: 1.3; text-wrap: balance; }
h2 { margin: 2.75rem 0 0.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.3rem; line-height: 1.4; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.06rem; line-height: 1.5; }
h4 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
:target { scroll-margin-top: 1rem; }
main > p, main > dl, section > p, section > ul, section > dl, .contents { max-width: 46rem; }
p { margin: 0.5rem 0; }
p, li, dd, td { text-wrap: pretty; }
section > ul { padding-left: 1.4em; }
li { margin: 0.25rem 0; }
dl { margin: 0.75rem 0; }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.5rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
dl > div:first-child { border-top: 1px solid var(--line); }
dt { grid-row: 1 / span 40; color: var(--soft); }
dd { grid-column: 2; margin: 0; }
.contents { margin: 2rem 0 0; padding: 0.25rem 1.25rem 1rem; background: var(--tint); border-radius: 0.5rem; }
.contents h2 { margin: 0.75rem 0 0.25rem; padding: 0; border: 0; font-size: 1rem; }
.contents ol { margin: 0; padding-left: 1.6em; columns: 2 16rem; column-gap: 2rem; }
.contents li { margin: 0; padding: 0.25rem 0; break-inside: avoid; }
table { width: 100%; margin: 1rem 0 0; border-collapse: collapse; font-size: 0.94rem; line-height: 1.65; }
caption { padding: 0 0 0.5rem; color: var(--soft); text-align: start; }
th, td { padding: 0.7rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--tint); font-weight: 600; line-height: 1.4; vertical-align: bottom; }
tbody th { min-width: 9rem; font-weight: 400; }
tbody th p:first-child { font-weight: 600; }
th p, td p { margin: 0; }
th p + p, td p + p { margin-top: 0.35rem; }
tbody th p + p { color: var(--soft); font-size: 0.92em; }
footer { margin-top: 3.5rem; padding-bottom: 2rem; color: var(--soft); font-size: 0.88rem; }
footer p { padding-top: 1rem; border-top: 1px solid var(--line); }
@media (min-width: 48rem) {
  table { table-layout: fixed; }
}
@media (max-width: 47.99rem) {
  dl > div { display: block; }
  dt { font-size: 0.9rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 0.5rem; overflow: hidden; }
  th, td { padding: 0.6rem 0.9rem; }
  tr > :last-child { border-bottom: 0; }
  tbody th { background: var(--tint); }
  td::before { content: attr(data-label); display: block; color: var(--soft); font-size: 0.86rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --tint: #fff; --link: #000; }
  header, .contents, .skip { display: none; }
  body { font-size: 10pt; line-height: 1.5; }
  h2, h3 { break-after: avoid; }
  tr, dl > div, li { break-inside: avoid; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; }
}
`;
