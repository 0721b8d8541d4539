/** The call of a function as an expression: no `eval` in the page, whose policy may forbid it. */
export function callText(fn: (...args: never[]) => unknown, args: unknown[]): string {
  return `(${fn})(${args.map((value) => JSON.stringify(value) ?? 'undefined').join(', ')})`;
}
