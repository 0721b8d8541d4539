import type { Browser, Page } from 'playwright-core';
import { bannerSettled, type SiteFiles, visitSite } from './banner-page.js';
import { contrast, over } from './contrast.js';
import type { ActionFigures, ActionName, Colour, LookFigures, View } from './figures.js';
import { type Pixels, readPixels } from './pixels.js';
import { type ReadAction, readActions } from './read-actions.js';

/** Colours that fewer of the pixels have are the soft edges of something. */
const LEAST_SHARE = 0.05;
/** More stops than any banner has. */
const MOST_TABS = 12;

/** The banner in one view, as a new visitor sees it. */
export async function measureLook(browser: Browser, site: SiteFiles, view: View): Promise<LookFigures> {
  const page = await visitSite(browser, site, view);
  try {
    await bannerSettled(page);
    const focused = await page.evaluate(takeFocus);
    const actions = await page.evaluate(readActions);
    const pixels = await readPixels(
      page,
      actions.map(({ box }) => box),
    );
    const stops = await tabStops(page);
    return {
      view,
      ...(focused ? { focused: focused as ActionName } : {}),
      actions: actions.map((action, i) =>
        toFigures(action, pixels[i] as Pixels, stops.indexOf(action.name) + 1),
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

/**
 * Moves focus to the start of the banner, because it draws a ring around what has it; answers the name of what had it.
 * Runs in the page: it may use nothing from outside.
 */
function takeFocus(): string | undefined {
  const root = document.querySelector('consentry-banner')?.shadowRoot;
  const name = root?.activeElement?.getAttribute('name') ?? undefined;
  const face = root?.firstElementChild as HTMLElement;
  face.tabIndex = -1;
  face.style.outline = 'none';
  face.focus();
  return name;
}

/** Names of what the Tab key stops at, from the start of the banner until it leaves the banner. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const active = document.querySelector('consentry-banner')?.shadowRoot?.activeElement;
      return active && (active.getAttribute('name') ?? '');
    });
    if (typeof name !== 'string') break;
    stops.push(name);
  }
  return stops;
}
