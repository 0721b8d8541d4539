// The rows of all measures as a table, for the terminal and for the docs.

const HEAD = ['measured', 'floor', 'Consentry', 'compared', 'target', ''];

/** A row with whether its target was met; rows without a target only say what is. */
export function judged(row) {
  return row.target === undefined ? row : { ...row, met: row.result.median <= row.target };
}

/** A Markdown table with its columns in line. */
export function table(rows) {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = lines;
  return [text(head), text(widths.map((width) => '-'.repeat(width))), ...body.map(text)].join('\n');
}

function cells({ what, floor, ours, unit, result, resultUnit, target, met }) {
  return [
    what,
    floor ? spread(floor, unit) : '',
    spread(ours, unit),
    result && result !== ours ? spread(result, resultUnit) : '',
    target === undefined ? '' : `at most ${target.toLocaleString('en-US')} ${resultUnit.split(' ')[0]}`,
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ];
}

/** Median, and between brackets the quartiles. */
function spread({ median, q1, q3 }, unit) {
  const quartiles = q1 === undefined ? '' : ` (${number(q1)} to ${number(q3)})`;
  return `${number(median)} ${unit}${quartiles}`;
}

function number(value) {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
