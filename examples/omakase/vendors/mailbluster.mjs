// Stands in for MailBluster on loopback: a sign-up form in a frame, which keeps a cookie of its own.
import { Hono } from 'hono';

const LABELS = {
  ja: { lang: 'ja', address: 'メールアドレス', button: '登録する', done: '確認のメールをお送りしました。' },
  en: {
    lang: 'en',
    address: 'E-mail address',
    button: 'Subscribe',
    done: 'We have sent you a mail to confirm.',
  },
};

export function createMailBluster(log) {
  const app = new Hono();
  const page = (c, body) => {
    const { lang } = labels(c);
    return c.html(
      `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>MailBluster</title><link rel="stylesheet" href="/form.css">${body}</html>`,
    );
  };
  const labels = (c) => LABELS[/^ja/.test(c.req.header('accept-language') ?? '') ? 'ja' : 'en'];
  app.get('/forms/omakase', (c) => {
    log.note('mailbluster', c.req.raw, 'form');
    c.header('set-cookie', 'mb_session=demo; Path=/; SameSite=Lax');
    const { address, button } = labels(c);
    return page(
      c,
      `<form method="post" action="?from=${encodeURIComponent(hostOf(c.req.header('referer')))}"><label for="email">${address}</label><div><input id="email" name="email" type="email" required autocomplete="email"><button>${button}</button></div></form>`,
    );
  });
  app.post('/forms/omakase', (c) => {
    // Sent from within the frame, so only the form knows on whose page it stands.
    log.note('mailbluster', c.req.raw, 'subscribe', { site: c.req.query('from') });
    return page(c, `<p>${labels(c).done}</p>`);
  });
  app.get('/form.css', (c) => c.text(FORM_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
  return app;
}

function hostOf(referer = '') {
  return URL.canParse(referer) ? new URL(referer).host : '';
}

const FORM_CSS = `
:root { font: 15px/1.5 system-ui, sans-serif; color: CanvasText; background: transparent }
body { margin: 0; padding: 4px }
label { display: block; margin-block-end: 6px }
div { display: flex; flex-wrap: wrap; gap: 8px }
input, button { font: inherit; padding: 11px 14px; border-radius: 10px; border: 1px solid #868d99; min-width: 0 }
input { flex: 1 1 200px; background: Field; color: FieldText }
button { border-color: transparent; background: #8a3324; color: #fff; font-weight: 600 }
`;
