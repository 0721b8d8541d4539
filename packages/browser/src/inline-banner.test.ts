import { afterEach, describe, expect, it, vi } from 'vitest';
import { inlineBanner } from './inline-banner.js';

type Queue = ((api: { decide: () => void; showPreferences: () => void }) => void)[];
const page = window as Window & { consentry?: Queue };

/** A page with a banner in its HTML, right before the script that runs. `inTree` is false where shadow trees in HTML are not read. */
function run({ inTree = true, cookie = '', gpc = false, sent = false } = {}) {
  document.body.innerHTML = '<consentry-banner></consentry-banner><script type="text/plain"></script>';
  const [banner, script] = document.body.children as unknown as [HTMLElement, HTMLScriptElement];
  if (inTree) {
    banner.attachShadow({ mode: 'open' }).innerHTML =
      '<section part="surface"><p>Text</p><button name="deny"><b>Deny</b></button>' +
      '<button name="allow">Allow</button><button name="choose">Choose</button><a href="#x">Notice</a></section>';
  }
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookie);
  vi.stubGlobal('navigator', { globalPrivacyControl: sent });
  inlineBanner({ cookie: 'consentry', language: 'ja', gpc });
  return {
    banner,
    press: (selector: string) => banner.shadowRoot?.querySelector<HTMLElement>(selector)?.click(),
    /** What Consentry would be told, once it is there. */
    told() {
      const calls: unknown[] = [];
      const api = {
        decide: (...args: unknown[]) => calls.push(['decide', ...args]),
        showPreferences: (...args: unknown[]) => calls.push(['showPreferences', ...args]),
      };
      for (const call of page.consentry ?? []) call(api);
      return calls;
    },
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  delete page.consentry;
  document.body.replaceChildren();
});

describe("the script of a banner in the page's own HTML", () => {
  it('shows the banner where nothing was decided, and decides nothing by that', () => {
    const { banner, told } = run();
    expect(banner.isConnected).toBe(true);
    expect(banner.hasAttribute('asks')).toBe(true);
    expect(told()).toEqual([]);
  });

  it('takes the banner away before it is seen where there is a decision, whatever other cookies there are', () => {
    for (const cookie of ['consentry=1.1.i.abc', 'a=1; consentry=1.1.i.abc; b=2'])
      expect(run({ cookie }).banner.isConnected).toBe(false);
    for (const cookie of ['other=1; myconsentry=1.1.i', 'consentry=', 'consentry=2.1'])
      expect(run({ cookie }).banner.isConnected).toBe(true);
  });

  it("waits for the banner's own file where the browser does not read shadow trees in HTML", () => {
    expect(run({ inTree: false }).banner.isConnected).toBe(false);
  });

  it('does not ask about what Global Privacy Control has refused already', () => {
    expect(run({ gpc: true, sent: true }).banner.isConnected).toBe(false);
    expect(run({ gpc: true, sent: false }).banner.isConnected).toBe(true);
    // Where the signal refuses nothing of it, everything is still to be asked.
    expect(run({ gpc: false, sent: true }).banner.isConnected).toBe(true);
  });

  it('answers before Consentry is there: the press waits for it, and the banner does not', () => {
    const denied = run();
    denied.press('[name=deny] b');
    expect(denied.banner.isConnected).toBe(false);
    expect(denied.told()).toEqual([['decide', 'deny', 'ja']]);
    delete page.consentry;
    const allowed = run();
    allowed.press('[name=allow]');
    expect(allowed.told()).toEqual([['decide', 'grant', 'ja']]);
  });

  it('stays while the visitor chooses', () => {
    const { banner, press, told } = run();
    press('[name=choose]');
    expect(banner.isConnected).toBe(true);
    expect(told()).toEqual([['showPreferences']]);
  });

  it('takes no press for an answer that is on no button', () => {
    const { press, told, banner } = run();
    press('p');
    press('a');
    expect(told()).toEqual([]);
    expect(banner.isConnected).toBe(true);
  });

  it('keeps what the page itself has asked Consentry for', () => {
    const own = vi.fn();
    page.consentry = [own];
    const { press, told } = run();
    press('[name=deny]');
    expect(told()).toEqual([['decide', 'deny', 'ja']]);
    expect(own).toHaveBeenCalledOnce();
  });
});
