// The list on the home page: what reached the stand-ins from this browser's host.
const list = document.querySelector('#arrived');
const site = document.body.dataset.site;

/** Writes the list anew when it has changed, so that a screen reader is told of news alone. */
async function show() {
  const seen = await (await fetch(`/${site}/seen.json`, { cache: 'no-store' })).json();
  const lines = seen.slice(-8).map(({ time, vendor, what }) => `${time.slice(11, 19)} ${vendor}: ${what}`);
  const wanted = lines.length > 0 ? lines : [document.body.dataset.nothing];
  const shown = [...list.children].map(({ textContent }) => textContent);
  if (shown.join('\n') === wanted.join('\n')) return;
  list.replaceChildren(
    ...wanted.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
}
if (list) {
  const again = () => show().catch(() => {}); // the server is being restarted; the next look finds it
  again();
  document.addEventListener('consentry:decision', () => setTimeout(again, 400));
  setInterval(again, 2000);
}
