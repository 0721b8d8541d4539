/** The page's stylesheet. Colours meet 4.5:1 for text in both schemes; no status is told by colour alone. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --ground: #f6f5f2; --paper: #fff; --ink: #22252a; --faint: #5d636c; --line: #dddad3;
  --accent: #1f5f5b; --on-accent: #fff;
  --yes: #e0f0e6; --yes-ink: #14532d; --no: #ececef; --no-ink: #3c414a;
  --ended: #fbead2; --ended-ink: #6f3d06; --bad: #fbe1df; --bad-ink: #8a1c13;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15171a; --paper: #1e2125; --ink: #e8e8e6; --faint: #a3a9b2; --line: #353a41;
    --accent: #7cc9c2; --on-accent: #0c2422;
    --yes: #173926; --yes-ink: #b4e6c6; --no: #2e3238; --no-ink: #d3d6db;
    --ended: #43300f; --ended-ink: #f6d8a8; --bad: #4a1d1a; --bad-ink: #fac5c0;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3rem) clamp(1rem, 4vw, 2rem) 4rem; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); line-height: 1.2; letter-spacing: -0.015em; margin: 0; font-weight: 650; }
h2 { font-size: 1.125rem; margin: 0; }
p { margin: 0; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.8125rem; }
.lead { color: var(--faint); margin-top: 0.4rem; max-width: 38rem; }
.head { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: start; margin-bottom: 1.75rem; }
form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 0.75rem; padding: clamp(1rem, 3vw, 1.5rem); }
.enter { max-width: 30rem; }
label { display: grid; gap: 0.3rem; flex: 1 1 14rem; font-size: 0.875rem; color: var(--faint); }
input, button { font: inherit; min-height: 2.75rem; border-radius: 0.5rem; }
input { width: 100%; padding: 0 0.75rem; border: 1px solid var(--faint); background: var(--paper); color: var(--ink); }
button { padding: 0 1.1rem; border: 1px solid var(--faint); background: var(--paper); color: var(--ink); cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button:hover { border-color: var(--ink); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.search { margin-bottom: 1rem; }
.list { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.625rem; }
.row { display: grid; gap: 0.4rem 1.25rem; grid-template-columns: 15.5rem 1fr auto; align-items: center; padding: 0.9rem 1.1rem; }
.when { font-variant-numeric: tabular-nums; font-weight: 600; }
.who { color: var(--faint); font-size: 0.8125rem; overflow-wrap: anywhere; }
.chips { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.chip { border-radius: 999px; padding: 0.1rem 0.65rem; font-size: 0.8125rem; background: var(--no); color: var(--no-ink);
  border: 1px solid transparent; }
.granted { background: var(--yes); color: var(--yes-ink); }
.withdrawn, .expired, .revoked { background: var(--ended); color: var(--ended-ink); }
.undecided { background: none; border: 1px dashed var(--faint); color: var(--faint); }
.note { padding: 0.75rem 1rem; border-radius: 0.5rem; margin-top: 1rem; background: var(--no); color: var(--no-ink); }
.note:empty { display: none; }
.note.good { background: var(--yes); color: var(--yes-ink); }
.note.bad { background: var(--bad); color: var(--bad-ink); }
.more { margin-top: 1.25rem; }
dialog { width: min(46rem, calc(100vw - 1.5rem)); max-height: calc(100dvh - 1.5rem); border: 1px solid var(--line);
  border-radius: 0.9rem; padding: clamp(1rem, 4vw, 1.75rem); background: var(--paper); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.35rem 1.25rem; margin: 1.25rem 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.9rem; margin: 1rem 0 0;
  overflow: auto; max-height: 22rem; }
.actions { display: flex; flex-wrap: wrap; gap: 0.625rem; margin-top: 1.25rem; }
@media (max-width: 44rem) {
  .row { grid-template-columns: 1fr; row-gap: 0.75rem; }
  .row button { width: 100%; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.6rem; }
}
`;
