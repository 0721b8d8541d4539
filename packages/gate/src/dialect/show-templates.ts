import type { ConsentState } from '@consentry/core';
import { MARK, markedIds } from '../marks.js';
import { isUnfinished } from '../script-queue.js';
import { followElements } from './follow-elements.js';
import { idsOn, type Markup, type TranslationOptions } from './translate-marks.js';

/**
 * Puts what waits in `<template>` elements behind them while it is allowed, in document order, and takes it away again
 * when it no longer is. Scripts in it are marked, so that a gate runs them: in order, and once.
 */
export function showTemplates(
  { selector, namesOn }: Pick<Markup, 'selector' | 'namesOn'>,
  state: Pick<ConsentState, '$consent' | 'isAllowed'>,
  options: Omit<TranslationOptions, 'policy'>,
): void {
  const { window = globalThis.window } = options;
  const { document } = window;
  /** Every template that was met, with what stands behind it now. */
  const shown = new Map<HTMLTemplateElement, Element[]>();
  const settle = (template: HTMLTemplateElement) => {
    const ids = idsOn(namesOn(template), options);
    const allowed = !!ids[0] && ids.every(state.isAllowed);
    const there = shown.get(template) ?? [];
    if (!allowed) {
      for (const element of there) element.remove();
      shown.set(template, []);
    } else if (!there[0] && template.isConnected) {
      const copy = document.importNode(template.content, true);
      for (const script of copy.querySelectorAll('script')) withhold(script, ids);
      const elements = [...copy.children];
      shown.set(template, elements);
      template.after(...elements);
    }
  };
  const settleAll = () => {
    for (const template of shown.keys()) if (!isUnfinished(template)) settle(template);
  };
  followElements(document, selector, (template) => {
    if (!shown.has(template as HTMLTemplateElement)) shown.set(template as HTMLTemplateElement, []);
    settleAll();
  });
  // The last one of the page has nothing behind it that would tell it is complete.
  document.addEventListener('DOMContentLoaded', settleAll, { once: true });
  state.$consent.listen(settleAll);
}

function withhold(script: HTMLScriptElement, ids: readonly string[]): void {
  // A guard looks into templates too, and may have stopped it already for a vendor of its own.
  if (script.type !== 'text/plain') script.setAttribute(`${MARK}-type`, script.type);
  script.type = 'text/plain';
  // In order but for the attribute: the property says true for whatever a parser has passed over, and one that the guard
  // has stopped runs itself.
  script.async = script.hasAttribute('async');
  script.setAttribute(MARK, [...new Set([...markedIds(script), ...ids])].join(' '));
}
