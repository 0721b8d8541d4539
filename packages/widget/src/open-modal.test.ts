import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Banner, mountBanner } from './banner.js';
import { openModal } from './open-modal.js';
import { bannerStyle } from './style/index.js';
import { bannerContent, createDemoManager } from './test-support/demo-site.js';

let banner: Banner | undefined;
let sizeChanges: (() => void)[] = [];

/** A banner that the page waits for; happy-dom lays nothing out, so its height is said here. */
function mount(height = () => 300) {
  sizeChanges = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(listener: () => void) {
        sizeChanges.push(listener);
      }
      observe() {}
    },
  );
  const manager = createDemoManager();
  const mounted = mountBanner({
    manager,
    document,
    content: bannerContent,
    style: bannerStyle({ layout: 'modal' }),
    openModal: (face) => {
      Object.defineProperty(face, 'offsetHeight', { get: height, configurable: true });
      openModal(face);
    },
    openPreferences: vi.fn(),
  });
  banner = mounted;
  const root = mounted.element.shadowRoot as ShadowRoot;
  const face = root.querySelector('dialog') as HTMLDialogElement;
  return { manager, face, root, element: mounted.element };
}

afterEach(() => {
  banner?.hide();
  vi.unstubAllGlobals();
});

describe('a banner before which the page waits', () => {
  it('is open, says so to the page, and begins with its title', () => {
    const { face, element, root } = mount();
    expect(face.open).toBe(true);
    expect(element.hasAttribute('open')).toBe(true);
    expect(root.activeElement).toBe(root.querySelector('h2'));
  });

  it('is not answered or closed by Escape', () => {
    const { face, manager } = mount();
    const key = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true, bubbles: true });
    face.dispatchEvent(key);
    const cancel = new Event('cancel', { cancelable: true });
    face.dispatchEvent(cancel);
    expect([key.defaultPrevented, cancel.defaultPrevented]).toEqual([true, true]);
    expect(face.open).toBe(true);
    expect(manager.status('analytics')).toBe('undecided');
  });

  it('leaves every other key alone', () => {
    const { face } = mount();
    const key = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true, bubbles: true });
    face.dispatchEvent(key);
    expect(key.defaultPrevented).toBe(false);
  });

  it('gives the page back when something hides it, and decides nothing by that', async () => {
    let height = 300;
    const { face, element, manager } = mount(() => height);
    for (const tell of sizeChanges) tell();
    expect(face.open).toBe(true);
    height = 0;
    for (const tell of sizeChanges) tell();
    expect(face.open).toBe(false);
    await vi.waitFor(() => expect(element.hasAttribute('open')).toBe(false));
    expect(manager.status('analytics')).toBe('undecided');
  });

  it('is gone with the answer, and so is what held the page', () => {
    const { root, element, manager } = mount();
    root.querySelector<HTMLButtonElement>('button[name=deny]')?.click();
    expect(manager.status('analytics')).toBe('denied');
    expect(element.isConnected).toBe(false);
  });
});
