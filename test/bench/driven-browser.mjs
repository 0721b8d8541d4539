import { chromium } from 'playwright';

/** Chromium as a test runner drives it, for what is about frames and paints, with the visitors that `launchBare` has. */
export async function launchDriven(executablePath, args) {
  const browser = await chromium.launch({ executablePath, args });
  return {
    async openVisitor(cookies = []) {
      const context = await browser.newContext({ locale: 'en' });
      if (cookies.length > 0) await context.addCookies(cookies);
      const page = await context.newPage();
      return { page, devtools: await context.newCDPSession(page), close: () => context.close() };
    },
    close: () => browser.close(),
  };
}
