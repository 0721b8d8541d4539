import type { WidgetTexts } from '@consentry/browser/compile-shown';
import { CommandError } from '../command-error.js';

/** The languages that `@consentry/widget` speaks. */
export const WIDGET_LANGUAGES = ['en', 'ja'];

/** The widget's built-in texts of one language, or of the one it extends (`en-GB` has those of `en`). */
export async function widgetTexts(language: string): Promise<WidgetTexts> {
  const base = WIDGET_LANGUAGES.find((known) => language === known || language.startsWith(`${known}-`));
  if (!base) {
    throw new CommandError(
      `There are no texts in "${language}" yet; there are ${WIDGET_LANGUAGES.join(', ')}.`,
      1,
    );
  }
  return import(import.meta.resolve(`@consentry/widget/i18n/${base}`)) as Promise<WidgetTexts>;
}
