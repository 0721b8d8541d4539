import type { ActionName, Colour } from './figures.js';

/** A colour with its opacity, from 0 to 1. */
export type Paint = readonly [...Colour, number];

/** One button as the page's own objects describe it. */
export interface ReadAction {
  readonly name: ActionName;
  readonly label: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly text: Paint;
  readonly border: Paint;
  readonly borderWidth: number;
  readonly container: number;
  readonly visible: number;
}

/**
 * Reads the buttons of the banner, and takes their labels away, so that a picture shows what is behind them. Runs in
 * the page: it may use nothing from outside.
 */
export function readActions(): ReadAction[] {
  const root = document.querySelector('consentry-banner')?.shadowRoot;
  if (!root) return [];
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  // However it is written: the canvas knows every colour that the browser does.
  const paint = (colour: string, opacity: number): Paint => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, (alpha / 255) * opacity];
  };
  const parents: (Element | null)[] = [];
  const found = (['deny', 'allow', 'choose'] as const).flatMap((name) => {
    const button = root.querySelector<HTMLButtonElement>(`button[name="${name}"]`);
    if (!button) return [];
    const style = getComputedStyle(button);
    let opacity = 1;
    // What is seen of it: its box, cut by the window and by every box that scrolls or clips.
    let { left, top, right, bottom } = button.getBoundingClientRect();
    const { x, y, width, height } = button.getBoundingClientRect();
    for (let element: Element | null = button; element; element = element.parentElement) {
      const { opacity: own, overflow } = getComputedStyle(element);
      opacity *= Number(own);
      if (element === button || overflow === 'visible') continue;
      const clip = element.getBoundingClientRect();
      left = Math.max(left, clip.left);
      top = Math.max(top, clip.top);
      right = Math.min(right, clip.right);
      bottom = Math.min(bottom, clip.bottom);
    }
    const [seenWidth, seenHeight] = [
      Math.min(right, innerWidth) - Math.max(left, 0),
      Math.min(bottom, innerHeight) - Math.max(top, 0),
    ];
    const hit = root.elementFromPoint(x + width / 2, y + height / 2);
    const pressable = hit !== null && (hit === button || button.contains(hit));
    if (!parents.includes(button.parentElement)) parents.push(button.parentElement);
    return [
      {
        button,
        read: {
          name,
          label: button.textContent?.trim() ?? '',
          box: { x, y, width, height },
          fontSize: Number.parseFloat(style.fontSize),
          fontWeight: Number(style.fontWeight),
          text: paint(style.webkitTextFillColor || style.color, opacity),
          border: paint(style.borderTopColor, style.borderTopStyle === 'none' ? 0 : opacity),
          borderWidth: Number.parseFloat(style.borderTopWidth),
          container: parents.indexOf(button.parentElement),
          visible:
            pressable && seenWidth > 0 && seenHeight > 0
              ? Math.min(1, (seenWidth * seenHeight) / (width * height))
              : 0,
        },
      },
    ];
  });
  for (const { button } of found) {
    button.style.setProperty('-webkit-text-fill-color', 'transparent', 'important');
    button.style.setProperty('text-decoration-color', 'transparent', 'important');
  }
  return found.map(({ read }) => read);
}
