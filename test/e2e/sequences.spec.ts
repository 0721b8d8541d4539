import { randomInt } from 'node:crypto';
import { checkSequences } from '../sequences/check.mjs';
import { startSequencesSite } from '../sequences/site.mjs';
import { expect, test } from '../support/visitor.js';

/** A sample; `npm run sequences` plays as many as one likes. */
const COUNT: Record<string, number> = { chromium: 200, firefox: 50, webkit: 50 };

test('random sequences of decisions, arrivals and page views end in the state of the model', async ({
  visitor,
}, { project }) => {
  test.setTimeout(300_000);
  const seed = randomInt(2 ** 31);
  console.log(`${project.name}: sequences of seed ${seed}`);
  const site = await startSequencesSite();
  try {
    await visitor.goto(site.url('visitor'));
    const { run } = visitor;
    const wrong = await checkSequences({
      run: run as never,
      port: site.port,
      count: COUNT[project.name] ?? 50,
      seed,
    });
    expect(wrong, `seed ${seed}`).toBeUndefined();
  } finally {
    site.close();
  }
});
