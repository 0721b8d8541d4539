import type { Page } from 'playwright-core';
import type { Colour } from './figures.js';
import type { ReadAction } from './read-actions.js';

/** A colour of a picture, and the share of the pixels that have it. */
export interface PixelShare {
  readonly colour: Colour;
  readonly share: number;
}

/** What is inside a button and what is around it, most frequent colour first. */
export interface Pixels {
  readonly inside: readonly PixelShare[];
  readonly around: readonly PixelShare[];
}

/** So far inside its edge a button is its fill, and so far outside of it the surface begins. */
const EDGE_PX = 3;

/**
 * The colours of buttons, from a picture: what is computed from styles would miss gradients, filters, and whatever
 * lies over them. The picture is read in a page of its own, because a browser is the one that reads pictures right.
 */
export async function readPixels(page: Page, boxes: readonly ReadAction['box'][]): Promise<Pixels[]> {
  const picture = await page.screenshot({ animations: 'disabled', scale: 'css' });
  const reader = await page.context().newPage();
  try {
    return await reader.evaluate(countColours, {
      boxes,
      edge: EDGE_PX,
      url: `data:image/png;base64,${picture.toString('base64')}`,
    });
  } finally {
    await reader.close();
  }
}

/** Runs in a page: it may use nothing from outside. */
async function countColours({
  url,
  boxes,
  edge,
}: {
  url: string;
  boxes: readonly ReadAction['box'][];
  edge: number;
}): Promise<Pixels[]> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.width,
    height: image.height,
  });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const count = (belongs: (x: number, y: number) => boolean, box: ReadAction['box']) => {
    const counts = new Map<number, number>();
    let all = 0;
    for (let y = Math.max(0, Math.floor(box.y - edge)); y < Math.min(height, box.y + box.height + edge); y++)
      for (
        let x = Math.max(0, Math.floor(box.x - edge));
        x < Math.min(width, box.x + box.width + edge);
        x++
      ) {
        if (!belongs(x, y)) continue;
        const at = (y * width + x) * 4;
        const key = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
        counts.set(key, (counts.get(key) ?? 0) + 1);
        all++;
      }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 50)
      .map(([key, pixels]) => ({
        colour: [key >> 16, (key >> 8) & 255, key & 255] as const,
        share: pixels / all,
      }));
  };
  return boxes.map((box) => {
    const within = (x: number, y: number, by: number) =>
      x >= box.x + by && x < box.x + box.width - by && y >= box.y + by && y < box.y + box.height - by;
    return {
      inside: count((x, y) => within(x, y, edge), box),
      around: count((x, y) => !within(x, y, -1), box),
    };
  });
}
