/** What the insights page adds to the stylesheet, with the places uPlot's elements need. Colours are told apart by dashes too. */
export const INSIGHTS_STYLE = `
:root { --line-granted: #1f5f5b; --line-denied: #9a3412; --line-withdrawn: #6d28d9; --line-ignored: #5d636c; }
@media (prefers-color-scheme: dark) {
  :root { --line-granted: #7cc9c2; --line-denied: #f4a26b; --line-withdrawn: #c4a5fb; --line-ignored: #a3a9b2; }
}
main { max-width: 76rem; }
.links { display: flex; gap: 1rem; align-items: center; }
a { color: var(--accent); }
.small { font-size: 0.875rem; max-width: 60rem; }
.sections, .columns { display: grid; gap: 1.25rem; }
.sections > :empty, .columns:empty { display: none; }
.sections { margin-top: 1.25rem; }
.sections > *, .columns > * { min-width: 0; }
.columns { grid-template-columns: repeat(auto-fit, minmax(min(100%, 29rem), 1fr)); align-items: start; }
section { display: grid; gap: 0.75rem; min-width: 0; }
section > * { min-width: 0; }
.filters { gap: 0.75rem; }
.filters label { flex: 1 1 8.5rem; min-width: 0; }
select { font: inherit; min-height: 2.75rem; width: 100%; min-width: 0; padding: 0 0.5rem; border-radius: 0.5rem;
  border: 1px solid var(--faint); background: var(--paper); color: var(--ink); }
.glance { margin: 0; padding: 0; list-style: none; display: grid; gap: 0.6rem; font-size: 1.0625rem; }
.glance li { padding-left: 0.9rem; border-left: 3px solid var(--accent); max-width: 68rem; text-wrap: pretty; }
.verdict { font-size: 1.0625rem; max-width: 60rem; padding-left: 0.9rem; border-left: 3px solid var(--accent); text-wrap: pretty; }
.top { display: flex; gap: 1rem; justify-content: space-between; align-items: center; }
.top h2 { text-wrap: balance; }
summary { cursor: pointer; min-height: 2.75rem; align-content: center; color: var(--accent); }
.csv { font-size: 0.875rem; flex: none; }
.scroll { overflow-x: auto; border-radius: 0.35rem; }
details .scroll { max-height: 24rem; overflow-y: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 0.9375rem; }
th, td { text-align: right; padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; white-space: normal; }
td:last-child, th:last-child { padding-right: 0; }
thead th { color: var(--faint); font-weight: 500; font-size: 0.8125rem; vertical-align: bottom; }
tbody th { font-weight: 500; overflow-wrap: anywhere; min-width: 6rem; }
tbody tr:last-child > * { border-bottom: 0; }
.rate { display: grid; gap: 0.2rem; justify-items: end; }
.bar { width: clamp(5rem, 14vw, 9rem); height: 0.5rem; display: block; }
.bar-ground { fill: var(--no); }
.bar-value { fill: var(--accent); }
.bar-interval { fill: var(--ink); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.875rem; min-height: 1.5rem; }
.key::before { content: ""; display: inline-block; width: 1.4rem; margin-right: 0.45rem; vertical-align: 0.25em; border-top: 2px solid; }
.key.line-granted::before { border-color: var(--line-granted); }
.key.line-denied::before { border-color: var(--line-denied); border-top-style: dashed; }
.key.line-withdrawn::before { border-color: var(--line-withdrawn); border-top-style: dotted; }
.key.line-ignored::before { border-color: var(--line-ignored); border-top-style: dashed; }
.legend .value { font-weight: 600; font-variant-numeric: tabular-nums; }
.legend .when { margin-left: auto; color: var(--faint); font-weight: 400; }
.chart { min-height: 230px; min-width: 0; overflow: hidden; direction: ltr; }
.uplot, .uplot * { box-sizing: border-box; }
.u-wrap { position: relative; user-select: none; }
.u-over, .u-under, .u-axis { position: absolute; }
.u-under { overflow: hidden; }
.uplot canvas { display: block; position: relative; width: 100%; height: 100%; }
.u-cursor-x { position: absolute; left: 0; top: 0; pointer-events: none; height: 100%; border-right: 1px dashed var(--faint); }
.u-cursor-y, .u-select, .u-off { display: none; }
@media (max-width: 44rem) {
  th, td { padding: 0.5rem 0.3rem; }
  table { font-size: 0.8125rem; }
  thead th { font-size: 0.75rem; }
  .bar { width: 3.75rem; }
  tbody th { min-width: 4.5rem; }
}
`;
