import { GatePage } from '../support/gate-page.js';
import { expect, test, type Visitor } from '../support/visitor.js';

/** Presses a button of the banner as soon as it is there. */
async function press(visitor: Visitor, text: string): Promise<void> {
  const pressed = () =>
    visitor.run((name) => {
      const buttons =
        document.querySelector('consentry-banner')?.shadowRoot?.querySelectorAll('button') ?? [];
      const button = [...buttons].find(({ textContent }) => textContent === name);
      button?.click();
      return !!button;
    }, text);
  await expect.poll(pressed).toBe(true);
}

test.describe('the build for everybody', () => {
  test('reads a config in the page, names its vendors, and obeys it', async ({ visitor, site }) => {
    const page = new GatePage(visitor, site);
    await page.open('generic-inline');
    await expect
      .poll(() =>
        visitor.run(
          () => document.querySelector('consentry-banner')?.shadowRoot?.querySelector('p')?.textContent,
        ),
      )
      .toBe('We would like to count visits with Acme and Pixel. Nothing of theirs has loaded yet.');
    expect(await page.requested()).toEqual([]);
    await press(visitor, 'Allow all');
    await page.expectRequested(['acme', 'pixel']);
    await page.open('generic-inline');
    await page.expectRequested(['acme', 'acme', 'pixel', 'pixel']);
  });

  test('fetches a config, and calls made meanwhile are kept', async ({ visitor, site }) => {
    const page = new GatePage(visitor, site);
    await page.open('generic-fetched');
    await press(visitor, 'Deny all');
    await page.settle();
    expect(await page.requested()).toEqual([]);
    await visitor.run(() => {
      (window as never as { consentry: { grant(): void } }).consentry.grant();
    });
    await page.expectRequested(['acme']);
  });

  for (const name of ['generic-missing', 'generic-broken']) {
    test(`leaves everything withheld without a usable config (${name})`, async ({ visitor, site }) => {
      const page = new GatePage(visitor, site);
      await page.open(name);
      await page.settle();
      expect(await page.requested()).toEqual([]);
      expect(await visitor.run(() => document.querySelector('consentry-banner'))).toBeNull();
    });
  }
});

test.describe('the head stub', () => {
  const layer = (visitor: Visitor) =>
    visitor.run(() =>
      (window as never as { dataLayer: IArguments[] }).dataLayer.map((entry) => ({
        kind: Object.prototype.toString.call(entry),
        // Objects are events for the page's own triggers.
        command:
          (entry as { event?: string }).event ??
          [...entry]
            .slice(0, 2)
            .filter((part) => typeof part === 'string')
            .join(' '),
        analytics: (entry[2] as { analytics_storage?: string } | undefined)?.analytics_storage,
      })),
    );
  const said = async (visitor: Visitor) =>
    (await layer(visitor)).map(({ command, analytics }) => `${command} ${analytics ?? ''}`.trim());

  test('sets the default before anything else, once, and hands its queue to the boot', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('stub');
    await expect
      .poll(() => visitor.run(() => (window as never as { heard: string[] }).heard))
      .toEqual(['undecided']);
    expect(await said(visitor)).toEqual(['consent default denied']);
    await press(visitor, 'Allow all');
    await expect
      .poll(() => said(visitor))
      .toEqual([
        'consent default denied',
        'consent update granted',
        'consentry_update',
        'js',
        'config G-TEST',
      ]);
    const kinds = (await layer(visitor)).map(({ kind, command }) => `${kind} ${command.split(' ')[0]}`);
    expect([...new Set(kinds)]).toEqual([
      '[object Arguments] consent',
      '[object Object] consentry_update',
      '[object Arguments] js',
      '[object Arguments] config',
    ]);
    await page.expectRequested(['gtag']);
  });

  test('restores a returning visitor before the boot has arrived, and nobody who has withdrawn', async ({
    visitor,
    site,
  }) => {
    const page = new GatePage(visitor, site);
    await page.open('stub');
    await press(visitor, 'Allow all');
    await page.expectRequested(['gtag']);
    await page.open('stub');
    await expect
      .poll(() => said(visitor))
      .toEqual([
        'consent default denied',
        'consent update granted',
        'consentry_update',
        'js',
        'config G-TEST',
      ]);
    await page.deny();
    await page.open('stub');
    await expect
      .poll(() => visitor.run(() => (window as never as { heard: string[] }).heard))
      .toEqual(['withdrawn']);
    await expect
      .poll(() => said(visitor))
      .toEqual(['consent default denied', 'consent update denied', 'consentry_update']);
  });
});
