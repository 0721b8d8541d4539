import type { ComponentChild } from 'preact';

/** The pieces of `template`, each `{name}` replaced; text stays text, so nothing in it is ever markup. */
export function fillIn(template: string, values: Readonly<Record<string, ComponentChild>>): ComponentChild[] {
  return template.split(/[{}]/).map((piece, i) => (i % 2 ? values[piece] : piece));
}
