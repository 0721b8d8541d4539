import { createHash } from 'node:crypto';
import { type ConsentryConfig, parseConfig } from '@consentry/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { aConfig } from '../../../../test/support/site-folder.js';
import { type Catalogue, loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { type InlineBanner, inlineBanners } from './inline-banner.js';

const HOSTILE = '</style></template></script><script>alert(1)</script><!--';
let catalogue: Catalogue;
let banners: Readonly<Record<string, InlineBanner>>;

function configWith(changes: object): ConsentryConfig {
  const { config, problems } = parseConfig(JSON.stringify(aConfig(changes)), catalogue);
  if (!config) throw new Error(JSON.stringify(problems));
  return config;
}

beforeAll(async () => {
  catalogue = await loadCatalogue();
  const { analytics } = aConfig().purposes;
  const config = configWith({
    languages: ['en', 'ar'],
    notice: { url: '/notice?a="><script>alert(1)</script>' },
    cookie: { name: 'shop_consent' },
    appearance: { theme: 'paper', font: 'Inter, "Noto Sans"' },
    purposes: { ...aConfig().purposes, analytics: { ...analytics, label: HOSTILE } },
    vendors: {
      'google-analytics': {
        options: { measurementId: 'G-SHOP1' },
        name: HOSTILE,
        information: 'URLs of pages viewed',
        usedFor: 'Counting',
      },
    },
  });
  banners = await inlineBanners(config, catalogue);
}, 60_000);

const en = () => banners.en as InlineBanner;
/** Everything between a start and an end in the HTML of a banner, once. */
const between = (html: string, start: string, end: string) => {
  const pieces = html.split(start);
  expect(pieces, start).toHaveLength(2);
  return (pieces[1] as string).split(end)[0] as string;
};
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe("the banner in a page's own HTML", () => {
  it('is one element with its style and its buttons in it, and one script behind it, in each language', () => {
    expect(Object.keys(banners)).toEqual(['en', 'ar']);
    expect(en().html).toMatch(
      /^<consentry-banner lang="en"><template shadowrootmode="open"><style>.*<\/style><section .*<\/section><\/template><\/consentry-banner><script>.*<\/script>\n$/s,
    );
    expect(en().html.match(/<button [^>]*name="(deny|allow|choose)"/g)).toHaveLength(3);
    expect(en().html).toContain('Deny all</button>');
    expect(banners.ar?.html).toMatch(/^<consentry-banner lang="ar" dir="rtl">/);
    expect(banners.ar?.html).not.toContain('Deny all');
  });

  it('has the hashes of exactly the style and the script that are in it, for the policy', () => {
    for (const { html, style, script } of Object.values(banners)) {
      expect(style).toBe(hashOf(between(html, '<style>', '</style>')));
      expect(script).toBe(hashOf(between(html, '<script>', '</script>')));
    }
    expect(en().style).toBe(banners.ar?.style);
    expect(en().script).not.toBe(banners.ar?.script);
  });

  it('needs nothing of a policy but these: no style attribute, no handler, no address of a script', () => {
    for (const { html } of Object.values(banners)) {
      const markup = html.replace(/<(style|script)>.*?<\/\1>/gs, '');
      expect(markup).not.toMatch(/\s(style|on\w+|src|srcdoc)=/i);
    }
  });

  it('shows what a config says as text, which ends no element and opens none', () => {
    for (const { html } of Object.values(banners)) {
      expect(html).toContain('&lt;script>alert(1)');
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<!--');
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html.match(/<\/(script|style|template)>/g)).toEqual(['</style>', '</template>', '</script>']);
    }
    expect(en().html).toContain('href="/notice?a=&quot;>&lt;script>');
  });

  it('is not there where no script runs, and looks like the banner that takes it over', () => {
    const css = between(en().html, '<style>', '</style>');
    expect(css).toContain(':host(:not([asks])){display:none!important}');
    expect(css).toContain('--accent:var(--consentry-accent,#7a3e1d)');
    expect(css).toContain('Inter, "Noto Sans"');
  });

  it('knows the cookie by which it sees that something was decided', () => {
    expect(between(en().html, '<script>', '</script>')).toContain('shop_consent');
  });

  it('looks for Global Privacy Control only where that refuses something of it', async () => {
    const looks = ({ html }: InlineBanner) =>
      html.includes('globalPrivacyControl') && html.includes('gpc:!0');
    expect(looks(en())).toBe(true);
    const informed = await inlineBanners(configWith({ regime: { gpc: 'inform' } }), catalogue);
    expect(looks(informed.en as InlineBanner)).toBe(false);
  }, 20_000);

  it('tells instead of asking where purposes run until denied', async () => {
    const { en: told } = await inlineBanners(configWith({ regime: { model: 'opt-out' } }), catalogue);
    expect(told?.html).toContain('Stop all</button>');
    expect(told?.html).not.toContain('Nothing of theirs has loaded yet.');
    expect(en().html).toContain('Nothing of theirs has loaded yet.');
  }, 20_000);

  it('is refused for a modal banner, with the setting to change', async () => {
    const modal = inlineBanners(configWith({ appearance: { layout: 'modal' } }), catalogue);
    await expect(modal).rejects.toThrow(CommandError);
    await expect(modal).rejects.toThrow('appearance.layout: is "modal"');
  });
});
