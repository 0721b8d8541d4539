import type { Browser, Page } from 'playwright-core';
import { bannerSettled, type SiteFiles, visitSite } from './banner-page.js';
import { contrast, over } from './contrast.js';
import type { ActionFigures, Colour, LookFigures, View } from './figures.js';
import { type Pixels, readPixels } from './pixels.js';
import { type ActionLabels, type ReadAction, readActions } from './read-actions.js';

/** Colours that fewer of the pixels have are the soft edges of something. */
const LEAST_SHARE = 0.05;
/** More stops than any banner has. */
const MOST_TABS = 12;

/** The banner in one view, as a new visitor sees it. */
export async function measureLook(
  browser: Browser,
  site: SiteFiles,
  view: View,
  labels: ActionLabels,
): Promise<LookFigures> {
  const page = await visitSite(browser, site, view);
  try {
    await bannerSettled(page);
    // Focus draws a ring around what has it, so the keyboard comes last.
    const actions = await page.evaluate(readActions, labels);
    const pixels = await readPixels(
      page,
      actions.map(({ box }) => box),
    );
    const stops = await tabStops(page);
    return {
      view,
      actions: actions.map((action, i) =>
        toFigures(action, pixels[i] as Pixels, stops.indexOf(action.label) + 1),
      ),
    };
  } finally {
    await page.context().close();
  }
}

function toFigures(read: ReadAction, { inside, around }: Pixels, tabStop: number): ActionFigures {
  const { name, label, box, fontSize, fontWeight, text, border, borderWidth, container, visible } = read;
  const fill = inside[0]?.colour ?? [0, 0, 0];
  const surface = around[0]?.colour ?? [0, 0, 0];
  const behind = inside.filter(({ share }) => share >= LEAST_SHARE).map(({ colour }) => colour);
  const paint = ([red, green, blue, opacity]: ReadAction['text'], under: Colour) =>
    over([red, green, blue], opacity, under);
  const fillContrast = contrast(fill, surface);
  return {
    name,
    label,
    width: box.width,
    height: box.height,
    fontSize,
    fontWeight,
    labelContrast: Math.min(...[fill, ...behind].map((colour) => contrast(paint(text, colour), colour))),
    fillContrast,
    edgeContrast: Math.max(fillContrast, borderWidth > 0 ? contrast(paint(border, surface), surface) : 1),
    fill,
    container,
    tabStop,
    visible,
  };
}

/** Texts of what the Tab key stops at, from the start of the page until it leaves the banner. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() =>
      document.querySelector('consentry-banner')?.shadowRoot?.activeElement?.textContent?.trim(),
    );
    if (text === undefined) break;
    stops.push(text);
  }
  return stops;
}
