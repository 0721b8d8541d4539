// The floor: the least that a careful person would write by hand for this one page, to do the same job. Marked
// scripts wait for a yes, then run once and in document order: external ones requested all at once and run in
// order, inline ones after the external one before them. The answer is kept in a cookie, and a visitor who
// comes back has the scripts as the parser delivers them. No task of it is long.
(() => {
  const MARKED = 'script[type="text/plain"][data-consentry]';
  /** Milliseconds of work before the browser has its turn. */
  const SLICE = 10;
  const granted = document.cookie.split('; ').includes('floor=granted');
  const queue = [];
  let last; // the external script that was put last, and what waits behind it
  let working = false;

  const put = (withheld) => {
    const script = document.createElement('script');
    const src = withheld.getAttribute('src');
    if (!src) {
      script.text = withheld.text;
      const insert = () => withheld.replaceWith(script);
      if (last && !last.done) last.behind.push(insert);
      else insert();
      return;
    }
    const place = { done: false, behind: [] };
    last = place;
    script.async = false;
    script.onload = script.onerror = () => {
      place.done = true;
      for (const insert of place.behind) insert();
    };
    script.src = src;
    withheld.replaceWith(script);
  };

  const work = async () => {
    if (working) return;
    working = true;
    let until = performance.now() + SLICE;
    for (let i = 0; i < queue.length; i++) {
      put(queue[i]);
      if (performance.now() < until) continue;
      await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
      until = performance.now() + SLICE;
    }
    queue.length = 0;
    working = false;
  };

  const release = (scripts) => {
    queue.push(...scripts);
    work();
  };

  if (granted) {
    let arrived = [];
    new MutationObserver((mutations) => {
      for (const { addedNodes } of mutations)
        for (const node of addedNodes) if (node.matches?.(MARKED)) arrived.push(node);
      // The text of the last one may still be on its way.
      const held = arrived.length > 0 && !arrived.at(-1).nextSibling ? [arrived.pop()] : [];
      release(arrived);
      arrived = held;
    }).observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => release(arrived));
    return;
  }
  document.addEventListener('DOMContentLoaded', () => {
    const banner = document.querySelector('#banner');
    banner.hidden = false;
    banner.onclick = ({ target }) => {
      const answer = target.dataset.answer;
      if (!answer) return;
      document.cookie = `floor=${answer}; Path=/; Max-Age=15552000; SameSite=Lax`;
      banner.hidden = true;
      if (answer === 'granted') release(document.querySelectorAll(MARKED));
    };
  });
})();
