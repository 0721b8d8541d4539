import { type GoogleSite, startGoogleSite } from '../support/google-site.js';
import { ACTS, MODES, SITES } from '../support/google-stories.js';
import { expect, test } from '../support/visitor.js';
import vectors from '../vectors/google-consent.json' with { type: 'json' };

interface Page {
  recorder: { log: unknown[]; note(...entry: unknown[]): void; flush(): void; end(): void };
  consentry: { decide(choices: object): Promise<void> };
}
const log = () => {
  const { recorder } = window as never as Page;
  recorder?.flush();
  return recorder?.log;
};

test.describe('what Google is told, by built sites in a browser', () => {
  test.describe.configure({ timeout: 180_000 });
  let site: GoogleSite;
  test.beforeAll(async () => {
    site = await startGoogleSite();
  });
  test.afterAll(() => site.close());

  for (const name of Object.keys(SITES)) {
    for (const beforeGrant of MODES) {
      test(`on the ${name} site, with ${beforeGrant} before a grant, is what was recorded`, async ({
        visitor,
      }) => {
        const stories = vectors.recordings.filter(
          (each) => each.site === name && each.beforeGrant === beforeGrant,
        );
        for (const [i, { visitor: who, acts, log: recorded }] of stories.entries()) {
          const url = site.url(`s${i}`, name, beforeGrant);
          // What a story with fewer acts had ended with tells that the page is ready for the next act.
          const soFar = (done: number) =>
            stories.find((each) => each.visitor === 'new' && `${each.acts}` === `${acts.slice(0, done)}`)
              ?.log;
          await visitor.goto(url);
          for (const [done, act] of acts.entries()) {
            await expect.poll(() => visitor.run(log)).toEqual(soFar(done));
            await visitor.run(
              async (act, choices) => {
                const { recorder, consentry } = window as never as Page;
                recorder.note('visitor', act);
                await consentry.decide(choices);
              },
              act,
              ACTS[act] as object,
            );
          }
          await expect.poll(() => visitor.run(log), `${acts}`).toEqual(soFar(acts.length));
          if (who === 'returning') {
            await visitor.run(() => (window as never as Page).recorder.end());
            await visitor.goto(url);
          }
          await expect.poll(() => visitor.run(log), `${who}: ${acts}`).toEqual(recorded);
          // Nothing more comes, not even later than a frame that was drawn.
          await visitor.run(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
          expect(await visitor.run(log), `${who}: ${acts}`).toEqual(recorded);
          await visitor.run(() => (window as never as Page).recorder.end());
        }
      });
    }
  }
});
