// One visitor in a browser of their own, and what can be asked of the page: with small expressions, whose time is hardly
// on the page's account.

/** Lets a visitor make a `visit`, and answers what it returned. */
export async function withVisitor({ browser, site }, variant, { returning = false } = {}, visit) {
  const visitor = await browser.openVisitor(
    returning ? [{ ...site.yes(variant), url: site.url(variant) }] : [],
  );
  try {
    return await visit(visitor.page, visitor.devtools);
  } finally {
    await visitor.close();
  }
}

/** What an expression says in the page, promises awaited. */
export async function ask(devtools, expression) {
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Asks again until the answer is true enough. */
async function until(devtools, expression) {
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const answer = await ask(devtools, expression);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`This did not come true in two minutes: ${expression}`);
}

/** Where the button is that allows everything, once it is on screen. */
const BUTTON = `(() => {
  const root = document.querySelector('consentry-banner')?.shadowRoot ?? document.querySelector('#banner');
  const button = [...(root?.querySelectorAll('button') ?? [])].find((each) => each.textContent.trim() === 'Allow all');
  const { x, y, width, height } = button?.getBoundingClientRect() ?? {};
  return width ? { x: x + width / 2, y: y + height / 2 } : undefined;
})()`;

/** Waits until the banner can be used, and the browser has nothing left to do. */
export async function untilBanner(devtools) {
  await until(devtools, BUTTON);
  await untilIdle(devtools);
}

/** Waits until the browser has nothing left to do. */
export async function untilIdle(devtools) {
  await ask(devtools, 'new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 300)))');
}

/** Says yes, by a click as a visitor makes it. */
export async function allow(devtools) {
  const mouse = { ...(await ask(devtools, BUTTON)), button: 'left', clickCount: 1 };
  await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
  await devtools.send('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' });
}

/** Waits until every tag has run, and refuses a result in which they did not run once and in order. */
export async function untilDone(devtools) {
  await until(devtools, 'doneAt');
  const first = await ask(devtools, 'order.findIndex((tag, i) => tag !== i)');
  if (first >= 0) {
    const around = await ask(
      devtools,
      `document.title + ' ' + order.slice(${Math.max(first - 2, 0)}, ${first + 5})`,
    );
    throw new Error(`The tags did not run in document order: ${around}`);
  }
}
