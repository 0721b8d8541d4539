// The results as Markdown, with the targets of the design beside them.
const median = (numbers) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const whole = (number) => Math.round(number).toLocaleString('en');
/** Nothing to say of what was not measured. */
const unless = (number, text) => (Number.isNaN(number) ? '–' : text);
const percent = (part, of) => unless(part / of, `${Math.round((part / of) * 100)} %`);

/** All tables of a run. */
export function tables({ names, connections, samples, raw, growth, machine }) {
  const value = (name, i, field) => median((samples[name]?.[i] ?? []).map((each) => each[field]));
  const lines = [`Measured on ${machine}.`, ''];
  lines.push(
    `| durable posts a second over HTTP (p50 / p99 ms) | ${connections.map((each) => `${each} connections`).join(' | ')} |`,
    `| --- |${connections.map(() => ' ---: |').join('')}`,
  );
  for (const name of names) {
    const cells = connections.map(
      (_, i) =>
        `${whole(value(name, i, 'rate'))} (${value(name, i, 'p50').toFixed(1)} / ${value(name, i, 'p99').toFixed(1)})`,
    );
    lines.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  const rates = Object.fromEntries(Object.entries(raw).map(([name, all]) => [name, median(all)]));
  lines.push(
    '',
    '| rows a second of the engine alone | |',
    '| --- | ---: |',
    `| SQLite, one by one | ${whole(rates.sqlite1)} |`,
    `| SQLite, 32 in a commit | ${whole(rates.sqlite32)} |`,
    `| SQLite, 256 in a commit | ${whole(rates.sqlite256)} |`,
    `| PostgreSQL, unnest of 32, one connection | ${whole(rates.postgres32)} |`,
    `| PostgreSQL, unnest of 100, two connections | ${whole(rates.postgres100)} |`,
  );
  const share = (name, i, of) => percent(value(name, i, 'rate'), value(of, i, 'rate'));
  const ofRaw = (name, i, rate) => percent(value(name, i, 'rate'), rate);
  // One after the other, without a moment in between: what storing would come to if it added nothing but a commit.
  const most = 1 / (1 / value('product, nothing stored', 0, 'rate') + 1 / rates.sqlite1);
  const beyond = value('SQLite', 0, 'p50') - rates.flush;
  const [one, without] = ['PostgreSQL, 1 process', 'product, nothing stored'];
  lines.push(
    '',
    '| share | measured | target |',
    '| --- | ---: | ---: |',
    `| SQLite of the same handler without storage, 256 connections | ${share('SQLite', 2, without)} | 75 % |`,
    `| SQLite of the same handler without storage, 32 connections | ${share('SQLite', 1, without)} | 45 % |`,
    `| SQLite of raw commits of 256, 256 connections | ${ofRaw('SQLite', 2, rates.sqlite256)} | |`,
    `| SQLite of raw commits of 32, 32 connections | ${ofRaw('SQLite', 1, rates.sqlite32)} | |`,
    `| SQLite of raw single commits, 1 connection | ${ofRaw('SQLite', 0, rates.sqlite1)} | 75 % |`,
    `| The product that stores nothing and a raw single commit, one after the other, of the latter alone | ${percent(most, rates.sqlite1)} | |`,
    `| SQLite, 1 connection: p50 beyond a flush (${rates.flush.toFixed(2)} ms) | ${unless(beyond, `${beyond.toFixed(2)} ms`)} | 0.8 ms |`,
    `| SQLite of bare HTTP, 256 connections | ${share('SQLite', 2, 'bare HTTP')} | |`,
    `| SQLite of bare HTTP, 32 connections | ${share('SQLite', 1, 'bare HTTP')} | |`,
    `| PostgreSQL of the same handler without storage, 256 connections | ${share(one, 2, without)} | 57 % |`,
    `| PostgreSQL of the same handler without storage, 32 connections | ${share(one, 1, without)} | 36 % |`,
    `| PostgreSQL of raw unnest in groups of 32, 32 connections | ${ofRaw(one, 1, rates.postgres32)} | 50 % |`,
    `| PostgreSQL of bare HTTP, 256 connections | ${share(one, 2, 'bare HTTP')} | |`,
    `| PostgreSQL of bare HTTP, 32 connections | ${share(one, 1, 'bare HTTP')} | |`,
  );
  for (const [engine, rows] of Object.entries(growth)) {
    lines.push(
      '',
      `| ${engine} | records a second | look-up p50 µs | p99 µs |`,
      '| --- | ---: | ---: | ---: |',
    );
    for (const { size, rate, p50, p99 } of rows)
      lines.push(`| at ${whole(size)} records | ${whole(rate)} | ${whole(p50)} | ${whole(p99)} |`);
  }
  return `${lines.join('\n')}\n`;
}
