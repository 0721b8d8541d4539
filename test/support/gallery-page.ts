import { expect } from '@playwright/test';
import type { TestSite, Visitor } from './visitor.js';

const GALLERY_PORT = 4460;

/** A page of examples/gallery as one visitor uses it. */
export class GalleryPage {
  readonly #origin: string;
  constructor(
    readonly visitor: Visitor,
    site: TestSite,
  ) {
    this.#origin = site.origin.replace(/\d+$/, String(GALLERY_PORT));
  }

  open = (layout: string, language = 'en', rest = '') =>
    this.visitor.goto(`${this.#origin}/${layout}/ink/${language}/${rest}`);

  /** Opens a page in a frame of that size, in CSS pixels: to its media queries it is the window. */
  openWindow = (width: number, height: number, layout: string, language: string) =>
    this.visitor.goto(`${this.#origin}/window/${width}/${height}/${layout}/ink/${language}/`);

  /** Whether an element of ours can be seen, by its name. */
  sees = (name: string) =>
    this.visitor.run((selector) => {
      const face = document.querySelector(selector)?.shadowRoot?.querySelector('[part=surface]');
      return (face?.getBoundingClientRect().height ?? 0) > 0;
    }, name);

  expectSees = (name: string, wanted = true) =>
    expect.poll(() => this.sees(name), `${name} to be ${wanted ? 'there' : 'gone'}`).toBe(wanted);

  /** Presses a button of ours by the name it has in the markup. */
  press = (element: string, name: string) =>
    expect
      .poll(
        () =>
          this.visitor.run(
            (selector, of) => {
              const button = document
                .querySelector(selector)
                ?.shadowRoot?.querySelector<HTMLElement>(`button[name=${of}]`);
              button?.click();
              return !!button;
            },
            element,
            name,
          ),
        `a button ${name}`,
      )
      .toBe(true);

  /** The labels of the buttons of the placeholder in the page's frame. */
  placeholder = () =>
    this.visitor.run(() => {
      const frame = document.querySelector('iframe');
      const place = frame?.contentDocument?.querySelector('consentry-embed')?.shadowRoot;
      return [...(place?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent);
    });

  /** Presses a button of that placeholder. */
  pressPlaceholder = (label: string) =>
    this.visitor.run((text) => {
      const place = document.querySelector('iframe')?.contentDocument?.querySelector('consentry-embed');
      const buttons = place?.shadowRoot?.querySelectorAll('button') ?? [];
      for (const button of buttons) if (button.textContent === text) button.click();
    }, label);

  /** How often the third party was asked for a film by this visitor. */
  films = () => this.visitor.run(async () => (await fetch('/films-asked-for', { cache: 'no-store' })).json());

  status = (id: string) =>
    this.visitor.run(
      (of) => (window as never as { consentry: { status(id: string): string } }).consentry.status(of),
      id,
    );
}
