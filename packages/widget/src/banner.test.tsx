import type { ConsentManager, Decision } from '@consentry/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Banner, type BannerHost, mountBanner } from './banner.js';
import * as ja from './i18n/ja.js';
import { bannerStyle } from './style/index.js';
import { bannerContent, createDemoManager, createMemoryJar } from './test-support/demo-site.js';

const DAY_MS = 86_400_000;
let mounted: Banner | undefined;

function mount({
  manager = createDemoManager(),
  ...options
}: Partial<BannerHost> & { manager?: ConsentManager } = {}) {
  const openPreferences = vi.fn();
  const decisions: Decision[] = [];
  manager.onDecision((decision) => decisions.push(decision));
  const banner = mountBanner({
    manager,
    document,
    content: bannerContent,
    style: bannerStyle(),
    shown: 'hash-of-banner',
    openPreferences,
    ...options,
  });
  mounted = banner;
  const root = banner.element.shadowRoot as ShadowRoot;
  return {
    manager,
    banner,
    openPreferences,
    decisions,
    root,
    isShown: () => banner.element.isConnected && root.querySelector('h2') !== null,
    sentence: () => root.querySelector('p')?.textContent,
    press(name: string) {
      const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      button?.click();
      return button;
    },
  };
}

afterEach(() => mounted?.hide());

describe('mountBanner', () => {
  it('names the companies and what for, and says that nothing of theirs has loaded', () => {
    const { sentence, root } = mount();
    expect(sentence()).toBe(
      'We would like to measure visits with Google Analytics and send useful mail with Brevo and MailBluster. ' +
        'Nothing of theirs has loaded yet.',
    );
    expect([...root.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual([
      'Google Analytics',
      'Brevo',
      'MailBluster',
    ]);
  });

  it('joins the phrases as Japanese does', () => {
    const { sentence, banner } = mount({
      content: {
        ...bannerContent,
        language: 'ja',
        texts: ja.banner,
        purposes: [
          { id: 'analytics', label: '', phrase: '{vendors}で閲覧状況を測り', vendors: ['google-analytics'] },
          {
            id: 'mail',
            label: '',
            phrase: '{vendors}で役立つ情報をメールでお届けし',
            vendors: ['brevo', 'mailbluster'],
          },
        ],
      },
    });
    expect(sentence()).toBe(
      'Google Analyticsで閲覧状況を測り、BrevoとMailBlusterで役立つ情報をメールでお届けしたいと考えています。' +
        'まだ何も送信していません。',
    );
    expect(banner.element.lang).toBe('ja');
  });

  it('makes a phrase of the label for a purpose that has none', () => {
    const [analytics] = bannerContent.purposes;
    const { phrase, ...plain } = {
      phrase: '',
      ...analytics,
      id: 'analytics',
      label: 'Statistics',
      vendors: ['brevo'],
    };
    const { sentence } = mount({ content: { ...bannerContent, purposes: [plain] } });
    expect(sentence()).toContain('use Brevo (Statistics)');
  });

  it('does not claim that nothing has loaded where purposes run until denied', () => {
    for (const model of ['notice', 'opt-out'] as const) {
      const { sentence, banner } = mount({ manager: createDemoManager({ regime: { model } }) });
      expect(sentence()).toContain('We measure visits with Google Analytics');
      expect(sentence()).not.toContain('loaded');
      banner.hide();
    }
  });

  it('decides nothing by being shown, hidden or taken away', () => {
    const { banner, decisions, manager, isShown } = mount();
    banner.hide();
    expect(isShown()).toBe(false);
    banner.show();
    expect(isShown()).toBe(true);
    banner.hide();
    expect(isShown()).toBe(false);
    expect(decisions).toEqual([]);
    expect(manager.status('analytics')).toBe('undecided');
  });

  it('leaves Escape without meaning', () => {
    const { root, decisions, isShown } = mount();
    root
      .querySelector('button')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(decisions).toEqual([]);
    expect(isShown()).toBe(true);
  });

  it('denies everything with one press, and is gone', () => {
    const { press, decisions, isShown, manager } = mount();
    press('Deny all');
    expect(decisions).toMatchObject([
      {
        via: 'banner',
        language: 'en',
        shown: 'hash-of-banner',
        choices: { analytics: 'deny', mail: 'deny' },
      },
    ]);
    expect(manager.isAllowed('google-analytics')).toBe(false);
    expect(isShown()).toBe(false);
  });

  it('grants everything with one press, and is gone', () => {
    const { press, decisions, isShown, manager } = mount();
    expect(manager.isAllowed('google-analytics')).toBe(false);
    press('Allow all');
    expect(decisions).toMatchObject([{ choices: { analytics: 'grant', mail: 'grant' } }]);
    expect(manager.isAllowed('google-analytics')).toBe(true);
    expect(isShown()).toBe(false);
  });

  it('offers deny and allow with the same part, in the same row, with the same attributes', () => {
    const { root } = mount();
    const [deny, allow] = root.querySelectorAll('button');
    const shape = (button?: Element) =>
      [...(button?.attributes ?? [])]
        .filter(({ name }) => name !== 'name')
        .map(({ name, value }) => `${name}=${value}`);
    expect(shape(deny)).toEqual(shape(allow));
    expect(deny?.parentElement).toBe(allow?.parentElement);
  });

  it('asks only about what is new later, and leaves earlier answers alone', () => {
    const cookies = createMemoryJar();
    createDemoManager({ cookies }).decide({ analytics: 'deny', mail: 'grant' });
    const manager = createDemoManager({ cookies, vendors: ['brevo', 'mailbluster', 'extra'] });
    const content = {
      ...bannerContent,
      purposes: bannerContent.purposes.map((purpose) =>
        purpose.id === 'mail' ? { ...purpose, vendors: [...purpose.vendors, 'extra'] } : purpose,
      ),
    };
    const { sentence, press, decisions } = mount({ manager, content });
    expect(sentence()).toBe(
      'This is new. We would like to send useful mail with Extra. Nothing of theirs has loaded yet.',
    );
    press('Allow all');
    expect(decisions).toMatchObject([{ choices: { extra: 'grant' } }]);
    expect(manager.status('analytics')).toBe('denied');
    expect(manager.isAllowed('extra')).toBe(true);
  });

  it('does not call a grant that has run out new', () => {
    const cookies = createMemoryJar();
    createDemoManager({ cookies, now: () => Date.now() - 200 * DAY_MS }).grant();
    const { sentence } = mount({ manager: createDemoManager({ cookies }) });
    expect(sentence()).toMatch(/^We would like to measure/);
  });

  it('stays away when there is nothing to ask', () => {
    const manager = createDemoManager();
    manager.deny();
    expect(mount({ manager }).isShown()).toBe(false);
  });

  it('goes when another tab has decided', () => {
    const cookies = createMemoryJar();
    const { manager, isShown } = mount({ manager: createDemoManager({ cookies }) });
    createDemoManager({ cookies }).deny();
    expect(isShown()).toBe(true);
    manager.refresh();
    expect(isShown()).toBe(false);
  });

  it('stays hidden whatever is decided until it is shown again', () => {
    const { banner, manager, isShown } = mount();
    banner.hide();
    manager.deny(['analytics']);
    expect(isShown()).toBe(false);
    banner.show();
    expect(isShown()).toBe(true);
  });

  it('opens the preferences and says where focus belongs afterwards', () => {
    const { press, openPreferences, decisions } = mount();
    const button = press('Choose');
    expect(openPreferences).toHaveBeenCalledWith(button);
    expect(decisions).toEqual([]);
  });

  it('links to the notice, or to the preferences where there is no notice page', () => {
    const withNotice = mount();
    expect(withNotice.root.querySelector('a')?.getAttribute('href')).toBe('/notice');
    withNotice.banner.hide();
    const { noticeUrl, ...content } = bannerContent;
    const { press, openPreferences } = mount({ content });
    press('Who receives what');
    expect(noticeUrl).toBeDefined();
    expect(openPreferences).toHaveBeenCalledOnce();
  });

  it('stands before the body, outlives its replacement and takes no focus', () => {
    const { banner, isShown } = mount();
    expect(banner.element.parentElement).toBe(document.documentElement);
    expect(banner.element.compareDocumentPosition(document.body)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(document.activeElement).toBe(document.body);
    document.body.replaceWith(document.createElement('body'));
    expect(isShown()).toBe(true);
  });

  it('renders what the config says as text', () => {
    const { root } = mount({
      content: {
        ...bannerContent,
        vendors: { ...bannerContent.vendors, brevo: '<img src=x onerror=alert(1)>' },
      },
    });
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('uses no style attribute and no style element', () => {
    const { root, banner } = mount();
    expect(root.querySelectorAll('[style], style')).toHaveLength(0);
    expect(banner.element.hasAttribute('style')).toBe(false);
    expect(root.adoptedStyleSheets).toHaveLength(1);
  });

  it('falls back to a style element with the nonce where sheets cannot be constructed', () => {
    vi.stubGlobal('CSSStyleSheet', undefined);
    const { root } = mount({ nonce: 'R4nd0m' });
    vi.unstubAllGlobals();
    expect(root.querySelector('style')?.nonce).toBe('R4nd0m');
    expect(root.querySelector('style')?.textContent).toContain(':host');
  });
});
