import { paired, summary } from '../statistics.mjs';
import { ask, withVisitor } from '../visit.mjs';

/** Sees what is put into the page, as whatever looks for tags that come later has to, and does nothing about it. */
const WATCH = 'new MutationObserver(() => {}).observe(document, { childList: true, subtree: true })';
/** What is slow mostly because somebody watches. */
const WATCHED = ['element.append(div), div moved', 'element.innerHTML = "<b>…"'];

/** Nanoseconds of each call on a page where nothing is withheld; `floor` is a page with no manager at all. */
async function sample(bench, variant) {
  const time = (page, before = '') =>
    // Each with the cookie of a yes: to write one takes longer where there is another.
    withVisitor(bench, page, { returning: true }, async (tab, devtools) => {
      await tab.goto(bench.site.url(page, 0));
      await ask(devtools, `${before}; new Promise((resolve) => setTimeout(resolve, 300))`);
      return ask(devtools, `(${timeCalls})()`);
    });
  if (variant === 'floor') return { calls: await time('plain') };
  return { calls: await time(variant), watched: await time('plain', WATCH) };
}

/** Runs in the page. None of these calls asks for anything over the network. */
function timeCalls() {
  const COUNT = 20_000;
  const box = document.body.appendChild(document.createElement('div'));
  const child = document.createElement('div');
  const [script, frame, link, image] = ['script', 'iframe', 'link', 'img'].map((name) =>
    document.createElement(name),
  );
  const request = new XMLHttpRequest();
  const calls = {
    'element.setAttribute("title", …)': (i) => child.setAttribute('title', i % 2 ? 'a' : 'b'),
    'script.setAttribute("src", …)': (i) => script.setAttribute('src', i % 2 ? '/a.js' : '/b.js'),
    'script.src = …': (i) => (script.src = i % 2 ? '/a.js' : '/b.js'),
    'iframe.src = …': (i) => (frame.src = i % 2 ? '/a' : '/b'),
    'link.href = …': (i) => (link.href = i % 2 ? '/a.css' : '/b.css'),
    'img.alt = …': (i) => (image.alt = i % 2 ? 'a' : 'b'),
    'document.createElement("script")': () => document.createElement('script'),
    'node.appendChild(div)': (i) => box.appendChild(fresh[i]),
    'node.insertBefore(div, null)': (i) => box.insertBefore(fresh[i], null),
    'element.append(div)': (i) => box.append(fresh[i]),
    'element.append(div), div moved': () => box.append(child),
    'element.innerHTML = "<b>…"': (i) => (box.innerHTML = i % 2 ? '<b>a</b>' : '<b>b</b>'),
    'xhr.open("GET", …)': () => request.open('GET', '/a'),
    'localStorage.setItem(…)': (i) => localStorage.setItem('bench', i % 2 ? 'a' : 'b'),
    'document.cookie = …': (i) => (document.cookie = i % 2 ? 'bench=a' : 'bench=b'),
  };
  // What is new to the page is inserted; what is in it already is removed and inserted, which are two changes.
  const fresh = Array.from({ length: COUNT }, () => document.createElement('div'));
  const times = {};
  for (const [name, call] of Object.entries(calls)) {
    for (let i = 0; i < COUNT / 10; i++) call(i);
    box.replaceChildren();
    const start = performance.now();
    for (let i = 0; i < COUNT; i++) call(i);
    times[name] = ((performance.now() - start) / COUNT) * 1e6;
  }
  return times;
}

function rows(floor, ours) {
  const row = (what, name, times, target) => {
    const of = (samples, page) => samples.map((each) => each[page][name]);
    return {
      what: `Nothing withheld: ${what}`,
      floor: summary(of(floor, 'calls')),
      ours: summary(of(ours, times)),
      unit: 'ns',
      result: paired(of(ours, times), of(floor, 'calls'), (a, b) => a - b),
      resultUnit: 'ns over native',
      target,
    };
  };
  return Object.keys(ours[0].calls).flatMap((name) => [
    row(`\`${name}\``, name, 'calls', 1000),
    ...(WATCHED.includes(name)
      ? [row('the same by a mutation observer alone, which does nothing', name, 'watched')]
      : []),
  ]);
}

export const calls = { sample, rows };
