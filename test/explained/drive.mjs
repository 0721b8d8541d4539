// Runs in the browser, as text: everything it uses is in it or given to it.

/** Opens one page view after another in a frame; answers of each what is allowed and what stands. */
export async function drive(views, ids) {
  const answers = [];
  for (const { query, cookie } of views) {
    document.cookie = `consentry=${cookie ?? ''}; Path=/; Max-Age=${cookie === undefined ? -1 : 3600}`;
    const frame = document.createElement('iframe');
    frame.src = `/view?${query}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const { consentry } = frame.contentWindow;
    answers.push(ids.map((id) => [id, consentry.isAllowed(id), consentry.status(id) ?? null]));
    frame.remove();
  }
  return answers;
}
