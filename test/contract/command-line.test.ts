import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../packages/cli/src/command-line/command.js';
import { COMMANDS } from '../../packages/cli/src/command-line/find-command.js';
import { readCall } from '../../packages/cli/src/command-line/read-call.js';
import { run } from '../../packages/cli/src/command-line/run.js';
import { type CommandCases, createCommandCases } from '../support/command-cases.js';

const ESCAPE = '\u001b';
/** They run until they are told to stop: test/e2e/command-line.spec.ts. */
const ENDLESS = ['serve'];

/** Runs a command line as a shell would, and answers what came out of it. */
async function shell(args: readonly string[], env: Record<string, string> = {}, isTTY = false) {
  const out = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write: (text: string) => {
      out[name] += text;
    },
  });
  const exitCode = await run(args, { stdout: stream('stdout'), stderr: stream('stderr'), env });
  return { ...out, exitCode };
}

let cases: CommandCases;
beforeAll(async () => {
  cases = await createCommandCases();
  vi.stubGlobal('fetch', cases.fetch);
}, 60_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await cases.clear();
});

describe.each(COMMANDS)('consentry $name', (command) => {
  const words = command.name.split(' ');

  it('has help with its options, an example that can be typed, and exit codes', async () => {
    const { stdout, stderr, exitCode } = await shell([...words, '--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const part of [`consentry ${command.name}`, command.says, '--json', 'Examples', 'Exit codes'])
      expect(stdout).toContain(part);
    for (const name of Object.keys(command.options)) expect(stdout).toContain(`--${name}`);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThan(130);
    expect(command.examples.length).toBeGreaterThan(0);
    for (const [call] of command.examples) {
      const typed = [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      expect(readCall(typed).command?.name).toBe(command.name);
    }
  });

  it('has the same help for programs', async () => {
    const help = JSON.parse((await shell([...words, '--help', '--json'])).stdout);
    expect(help).toMatchObject({ name: command.name, says: command.says });
    expect(Object.keys(help.exitCodes)).toContain('2');
    expect(help.options.length).toBe(Object.keys(command.options).length + 2);
  });

  it('refuses an option that it does not have and names its help, also as one JSON document', async () => {
    const wrong = await shell([...words, '--jsno']);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toContain(`consentry ${command.name} has no --jsno. Did you mean --json?`);
    const { stdout, exitCode } = await shell([...words, '--jsno', '--json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: { exitCode: 2, message: expect.stringContaining('has no --jsno') },
    });
  });

  it('fails with one JSON document where what it needs is not there', async () => {
    const nowhere = ['--data', 'store', 'file', 'keys', 'to'].filter((name) =>
      Object.hasOwn(command.options, name),
    );
    const given = nowhere.includes('store') ? ['--store', 'nowhere'] : [];
    const { stdout, stderr, exitCode } = await shell([...words, 'no-such-file.json', '--json', ...given]);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({ exitCode: 2 });
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('is coloured on a terminal, and never with NO_COLOR', async () => {
    const help = [...words, '--help'];
    for (const args of [help, [...words, '--jsno']]) {
      const coloured = await shell(args, {}, true);
      expect(coloured.stdout + coloured.stderr).toContain(ESCAPE);
      for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }, { TERM: 'dumb' }]) {
        const plain = await shell(args, env, true);
        expect(plain.stdout + plain.stderr).not.toContain(ESCAPE);
      }
      const piped = await shell(args);
      expect(piped.stdout + piped.stderr).not.toContain(ESCAPE);
    }
    expect((await shell(help, { FORCE_COLOR: '1' })).stdout).toContain(ESCAPE);
  });
});

describe('every command', () => {
  it('has a case here', () => {
    for (const { name } of COMMANDS) if (!ENDLESS.includes(name)) expect(cases.calls).toHaveProperty([name]);
  });

  it('answers with one JSON document and nothing else, and says the same in words without', async () => {
    for (const [name, args] of Object.entries(cases.calls)) {
      const { stdout, exitCode, stderr } = await shell([...args, '--json']);
      expect([0, 1], `${name}: ${stderr}`).toContain(exitCode);
      const document = JSON.parse(stdout);
      expect(document, name).toBeTypeOf('object');
      expect(document.error, `${name}: ${stdout}`).toBeUndefined();
      // Not again where that would find what the first call has left.
      if (/init|migrate|rotate|revoke|copy/.test(name)) continue;
      const words = await shell(args);
      expect(words.exitCode, name).toBe(exitCode);
      expect(words.stdout, name).not.toBe('');
      expect(words.stdout.trimStart().startsWith('{'), name).toBe(false);
    }
  }, 120_000);

  it('tells programs which mistakes a config has, and where', async () => {
    const [, config = ''] = cases.calls.check ?? [];
    const broken = config.replace('consentry.json', 'broken.json');
    await writeFile(broken, '{\n  "site": 7\n}\n');
    const { stdout, exitCode } = await shell(['check', broken, '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).error.problems).toContainEqual(
      expect.objectContaining({ file: broken, path: 'site', line: 2, value: 7 }),
    );
  });
});

describe('consentry', () => {
  it('lists all commands, and the exit codes', async () => {
    const { stdout, exitCode } = await shell(['--help']);
    expect(exitCode).toBe(0);
    for (const { name, says } of COMMANDS)
      expect(stdout).toMatch(new RegExp(`${name} +${says.slice(0, 20)}`));
    for (const code of ['0', '1', '2', '3', '130']) expect(stdout).toMatch(new RegExp(`\\n  ${code} `));
    expect(await shell([])).toMatchObject({ exitCode: 2, stdout });
    expect(JSON.parse((await shell(['--json'])).stdout).commands).toHaveLength(COMMANDS.length);
  });

  it.each([
    [['chekc'], 'Did you mean "check"?'],
    [['tokens', 'list'], 'Did you mean "token"?'],
    [['token', 'lsit'], 'Did you mean "token list"?'],
    [['token'], '"token" needs another word: token create, token list, token rotate, token revoke.'],
    [['check', '--strcit'], 'Did you mean --strict?'],
    [['build', '--outt', 'x'], 'Did you mean --out?'],
    [['check', '-x'], 'has no -x'],
    [['serve', '--port'], 'See consentry serve --help.'],
    [['check', '--ui=yes'], 'See consentry check --help.'],
    [['xylophone'], 'See consentry --help.'],
  ])('answers %j with %s', async (args, advice) => {
    const { stdout, stderr, exitCode } = await shell(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(advice);
  });

  it('takes options before the command as well, and a dash for what is named', async () => {
    const [, config = ''] = cases.calls.check ?? [];
    expect((await shell(['--json', 'check', config])).exitCode).toBe(0);
    expect((await shell(['check', '--', config])).exitCode).toBe(0);
    expect((await shell(['check', '--', '--json'])).stderr).toContain('--json: there is no such file');
  });

  it('calls a fault of its own one, with a stack for the report, and an answer for programs', async () => {
    const init = vi.spyOn(COMMANDS[0] as Command, 'run').mockRejectedValue(new TypeError('a bug'));
    const { stdout, stderr, exitCode } = await shell(['init', '--json']);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toEqual({ error: { exitCode: 3, message: 'a bug' } });
    expect(stderr).toContain('A fault of Consentry: TypeError: a bug');
    init.mockRestore();
  });

  it('understands every call that the docs show', () => {
    const files = [
      'README.md',
      ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
    ];
    const calls = files.flatMap((file) =>
      // Without a comment behind it, and without what only says what could stand there.
      [...readFileSync(file, 'utf8').matchAll(/^ *(?:npx )?consentry ([^\n#…[|]+)(#.*)?$/gm)].map(
        ([, call = '']) => call.trim().split(/ +/),
      ),
    );
    expect(calls.length).toBeGreaterThan(20);
    for (const call of calls) expect(readCall(call).command, call.join(' ')).toBeDefined();
  });
});
