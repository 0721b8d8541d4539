// Runs in the browser, as text: everything it uses is in it or given to it.

/**
 * Plays actions on page views in a frame and waits after each until the page is in the state that is expected.
 * Answers the first step at which that does not happen, or nothing.
 */
export async function drive(steps, { ids, patienceMs }) {
  const ownKeys = () => [
    ...document.cookie.split('; ').map((pair) => pair.split('=')[0]),
    ...Object.keys(localStorage),
  ];
  const forget = async () => {
    // Again until nothing is left: WebKit lists a moment later what another document has written.
    do {
      for (const name of ['consentry', '_acme', ...ownKeys()])
        if (name) document.cookie = `${name}=; Max-Age=-1; Path=/`;
      localStorage.clear();
      sessionStorage.clear();
      await pause(1);
    } while (ownKeys().some(Boolean));
  };
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  let views = 0;
  let frame;
  let told;
  const loaded = () => new Promise((resolve) => (told = resolve));
  const open = async (tags) => {
    frame?.remove();
    frame = document.createElement('iframe');
    frame.addEventListener('load', () => {
      views++;
      told?.();
    });
    frame.src = `/view?tags=${encodeURIComponent(JSON.stringify(tags))}`;
    const there = loaded();
    document.body.append(frame);
    await there;
  };
  const insert = ({ parts: { element, attributes, text }, html, via }) => {
    const { document: page } = frame.contentWindow;
    if (via === 'text') page.body.insertAdjacentHTML('beforeend', html);
    else {
      const made = page.createElement(element);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      if (text) made.textContent = text;
      page.body.append(made);
    }
  };
  const play = async ({ type, ids = [], choices, tags, insertion, request, key, area }) => {
    const page = frame?.contentWindow;
    if (type === 'arrive' && request)
      page.fetch(request.url).then(
        () => page.ran.push(request.name),
        () => {},
      );
    else if (type === 'arrive') insert(insertion);
    else if (type === 'store') {
      if (area === 'cookie') page.document.cookie = `${key}=1; Path=/`;
      else page[area].setItem(key, '1');
    } else if (type === 'decide') await Promise.race([page.consentry.decide(choices), loaded()]);
    else if (/^(grant|deny|withdraw)$/.test(type))
      await Promise.race([page.consentry[type](...ids), loaded()]);
    else if (type === 'navigate') {
      const there = loaded();
      page.location.href = `/view?tags=${encodeURIComponent(JSON.stringify(tags))}`;
      await there;
    } else {
      if (type === 'forget') {
        frame.remove();
        await forget();
      }
      await open(tags);
    }
  };
  const state = () => {
    const page = frame?.contentWindow;
    if (!page) return { loading: true };
    const { consentry, document: content, ran = [], loaded: shown = [] } = page;
    if (!consentry?.status) return { loading: true };
    return {
      status: ids.map(consentry.status),
      allowed: ids.map(consentry.isAllowed),
      ran: [...ran, ...shown].sort(),
      live: [...content.querySelectorAll('img[src][id], iframe[src][id]')].map(({ id }) => id).sort(),
      stored: ownKeys()
        .filter((name) => name.startsWith('_'))
        .map((name) => name.slice(1))
        .sort(),
      views,
    };
  };
  const reaches = async (expected) => {
    const wanted = JSON.stringify(expected);
    const end = performance.now() + patienceMs;
    while (JSON.stringify(state()) !== wanted) {
      if (performance.now() > end) return false;
      await pause(1);
    }
    return true;
  };

  await forget();
  for (const [step, { action, expected }] of steps.entries()) {
    // A page that does not come shows in the state.
    await Promise.race([play(action), pause(patienceMs)]);
    const last = step === steps.length - 1;
    let right = await reaches(expected);
    // Whatever comes late has come when this is back.
    if (right && last) {
      await fetch('/');
      await pause(5);
      right = JSON.stringify(state()) === JSON.stringify(expected);
    }
    if (!right) return { step, expected, actual: state() };
  }
  frame.remove();
  return undefined;
}
