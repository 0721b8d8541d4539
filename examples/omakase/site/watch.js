// Asks every second what has reached the vendors from this site, and writes it down.
const page = document.querySelector('.watch');
const count = page.querySelector('[data-count]');
const hint = page.querySelector('[data-hint]');
const table = page.querySelector('.log');
const rows = table.tBodies[0];

const VENDORS = { 'google-analytics': 'Google Analytics', brevo: 'Brevo', mailbluster: 'Mailbluster' };
const WORDS = {
  ja: {
    script: 'プログラムの読み込み',
    form: 'フォームの表示',
    page_view: 'ページの閲覧',
    page: 'ページの閲覧',
    click: 'クリック',
    trackLink: 'クリック',
    subscribe: 'メールアドレスの登録',
  },
  en: {
    script: 'Script loaded',
    form: 'Form shown',
    page_view: 'Page view',
    page: 'Page view',
    click: 'Click',
    trackLink: 'Click',
    subscribe: 'Address submitted',
  },
}[document.documentElement.lang];
const time = new Intl.DateTimeFormat(document.documentElement.lang, {
  timeStyle: 'medium',
  hourCycle: 'h23',
});
let shown = -1;

function row({ time: iso, vendor, what, page: address, gcs }) {
  const cell = (text, note) => {
    const td = document.createElement('td');
    td.append(text);
    if (note) {
      const small = document.createElement('small');
      small.append(note);
      td.append(small);
    }
    return td;
  };
  const tr = document.createElement('tr');
  const notes = [what, address && new URL(address).pathname, gcs && `gcs=${gcs}`].filter(Boolean).join('  ');
  tr.append(
    cell(time.format(new Date(iso))),
    cell(VENDORS[vendor] ?? vendor),
    cell(WORDS[what] ?? what, notes),
  );
  return tr;
}

function say(element, kind, values = {}) {
  const text = element.dataset[kind].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  // What is said again is not read out again.
  if (element.textContent !== text) element.textContent = text;
}

async function look() {
  try {
    const answer = await fetch(`/watch.json?site=${encodeURIComponent(page.dataset.site)}`);
    if (!answer.ok) throw new Error(`watch.json answered ${answer.status}`);
    const entries = await answer.json();
    const kind = entries.length > 0 ? 'some' : 'none';
    const latest = entries.at(-1);
    say(count, kind, { n: entries.length });
    say(hint, kind, { time: latest && time.format(new Date(latest.time)) });
    count.classList.toggle('some', kind === 'some');
    table.hidden = kind === 'none';
    if (entries.length < shown) {
      rows.replaceChildren();
      shown = 0;
    }
    for (const entry of entries.slice(Math.max(0, shown))) {
      const tr = row(entry);
      if (shown >= 0) tr.className = 'new';
      rows.prepend(tr);
    }
    shown = entries.length;
  } catch {
    say(count, 'lost');
  }
}

look();
setInterval(() => document.hidden || look(), 1000);
document.addEventListener('visibilitychange', () => document.hidden || look());
