/** What the script of a banner in the page's own HTML knows; made by the build. */
export interface InlineBanner {
  /** Name of the consent cookie. */
  readonly cookie: string;
  /** Language that the banner speaks. */
  readonly language: string;
  /** Global Privacy Control refuses some of what it asks about. */
  readonly gpc?: boolean;
}

interface Api {
  decide(act: string, language: string): void;
  showPreferences(): void;
}

/**
 * Stands right behind a banner in the page's own HTML, and runs before the page is painted: takes the banner away where
 * there is a decision, shows it otherwise, and lets its buttons decide before the banner's own file is there.
 */
export function inlineBanner({ cookie, language, gpc }: InlineBanner): void {
  const page = window as Window & { consentry?: { push(run: (api: Api) => void): void } };
  const banner = document.currentScript?.previousElementSibling as HTMLElement;
  const face = banner.shadowRoot?.querySelector<HTMLElement>('[part]');
  const isRefused = gpc && (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl;
  // Browsers that do not read shadow trees in HTML wait for the banner's file, and so do those that have answered a part
  // of it already: only the file knows what is left to ask, if anything.
  if (!face || isRefused || new RegExp(`(^|; )${cookie}=1\\.`).test(document.cookie)) {
    banner.remove();
    return;
  }
  banner.setAttribute('asks', '');
  // The banner's file takes this away when it takes the banner over.
  face.onclick = ({ target }) => {
    const { name } = (target as Element).closest('button') ?? {};
    if (!name) return;
    if (name !== 'choose') banner.remove();
    (page.consentry ??= [] as never).push((api) =>
      name === 'choose' ? api.showPreferences() : api.decide(name === 'deny' ? name : 'grant', language),
    );
  };
}
