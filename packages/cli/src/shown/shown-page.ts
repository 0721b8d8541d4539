import { createHash } from 'node:crypto';
import type { Redrawing } from '@consentry/browser/redraw';
import { type Appearance, bannerStyle, embedStyle, preferencesStyle } from '@consentry/widget/style';
import { html, raw } from 'hono/html';
import { bundle } from '../site-build/bundle.js';
import { literal } from '../site-build/file-list.js';

/** What was shown, as builds and stores keep it under its hash. */
export interface Shown {
  readonly face: Redrawing['face'];
  readonly appearance: Appearance;
  readonly content: { readonly language: string; readonly dir?: string };
}

/** What is known of the moment. */
export interface ShownFacts {
  readonly hash: string;
  readonly model: Redrawing['model'];
}

const CSS = `:root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}
body{max-width:44rem;margin:0 auto;padding:1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}
.place{height:20rem;margin-block:1rem}
@media(max-width:480px){dl{display:block}dt{margin-top:.5rem}}`;

/** A page, in one file and without a network, on which it stands as visitors saw it. */
export async function shownPage({ face, appearance, content }: Shown, facts: ShownFacts): Promise<string> {
  const { css, pageCss } = (face === 'preferences' ? preferencesStyle : bannerStyle)(appearance);
  const drawing: Redrawing = {
    ...{ face, model: facts.model, style: { css, pageCss }, embedCss: embedStyle(appearance) },
    isModal: appearance.layout === 'modal',
  };
  const entry =
    `import { redraw } from '@consentry/browser/redraw';\n` +
    // As text, so that no build shortens the names in it.
    `redraw(${literal(drawing)}, JSON.parse(${literal(JSON.stringify(content))}));`;
  const script = (await bundle(entry)).replace(/<\/(?=script)/gi, '<\\/');
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(CSS)}'; require-trusted-types-for 'script'; base-uri 'none'`;
  const told = Object.entries({
    Hash: facts.hash,
    Face: face,
    Language: content.language,
    Regime: facts.model,
    Layout: `${appearance.layout ?? 'box'}, theme ${appearance.theme ?? 'ink'}`,
  });
  return String(
    await html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>What was shown: ${face}, ${content.language}</title>
    <style>${raw(CSS)}</style>
  </head>
  <body>
    <main>
      <h1>What was shown</h1>
      <dl>${told.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      <p>Texts, order and look are those that the hash stands for. They are drawn by the widget of today, for somebody who had not decided
      yet; what you press here is kept nowhere.</p>
    </main>
    <script>${raw(script)}</script>
  </body>
</html>
`,
  );
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
