import { CommandError } from '../command-error.js';
import { shown } from '../commands/shown.js';
import { verify } from '../commands/verify.js';
import { verifyCheckpoints } from '../commands/verify-checkpoints.js';
import { verifyLog } from '../commands/verify-log.js';
import { witness } from '../commands/witness.js';
import { type Command, PLACE } from './command.js';

/** Commands that prove something. */
export const PROOF_COMMANDS: readonly Command[] = [
  {
    name: 'verify',
    usage: ['FILE --keys KEYS', 'OLDER NEWER --keys KEYS [--proof PROOF.json]', '--log [--data .consentry]'],
    says: 'Say whether a receipt, a proof, a checkpoint or a whole log is genuine.',
    options: {
      keys: ['KEYS', "the keys you trust: a copy of the site's /.well-known/consentry-keys.json"],
      proof: ['FILE', 'of two checkpoints: answer of /.well-known/consentry-log/consistency?from=&to='],
      log: ['', 'read a whole database, and name all that is wrong with it'],
      checkpoint: ['FILE', 'with --log: kept by somebody else; repeatable'],
      ...PLACE,
    },
    examples: [
      ['verify receipt.json --keys keys.json', 'reads these two files and nothing else'],
      ['verify older.txt newer.txt --keys keys.json --proof proof.json', 'did the log only grow?'],
      ['verify --log --checkpoint seen.jsonl', 'of the data in .consentry, also beside a running server'],
    ],
    wrong: 'it is not genuine',
    run({ values, named, json, print, progress }) {
      const { keys, proof, data = '.consentry', store, log, checkpoint = [] } = values;
      const [first, second, third] = named;
      if (log) {
        if (first)
          throw new CommandError(`"${first}": --log reads a database; name its folder with --data.`, 2);
        return verifyLog({ data, store, keys, json, checkpoints: checkpoint, progress }, print);
      }
      if (!first || third) throw new CommandError('Verify what? consentry verify FILE --keys KEYS', 2);
      return second
        ? verifyCheckpoints({ older: first, newer: second, proof, keys }, print, json)
        : verify(first, keys, print, json);
    },
  },
  {
    name: 'log witness',
    usage: ['SITE --file FILE [--keys KEYS]'],
    says: "Look at a site's log, see that it only grew, and keep the checkpoint.",
    options: {
      file: ['FILE', 'where checkpoints are kept; made if it is not there'],
      keys: ['KEYS', 'instead of those that the site published the first time'],
    },
    examples: [
      ['log witness https://www.example.com --file seen.jsonl', 'every hour, by somebody else than the site'],
    ],
    wrong: 'the site signed what it should not have; that is kept as evidence',
    run({ values: { file, keys }, named: [site, other], json, print }) {
      if (!site || !file || other)
        throw new CommandError('Look at which log? consentry log witness SITE --file FILE', 2);
      return witness({ site, file, keys, json }, print);
    },
  },
  {
    name: 'shown',
    usage: ['HASH|FILE -o PAGE.html'],
    says: "Draw what a visitor was shown: by the hash in a record, or a receipt's file.",
    options: {
      out: ['PAGE.html', 'where to'],
      regime: ['notice', 'what was in force, where no record says it'],
      ...PLACE,
    },
    examples: [['shown receipt.json -o shown.html', 'then open shown.html']],
    wrong: 'it is not kept, or not what the hash says',
    run({ values, named: [of, other], json, print }) {
      const { out, data = '.consentry', store, regime } = values;
      if (!of || !out || other)
        throw new CommandError('Draw what, and where? consentry shown HASH|FILE -o PAGE.html', 2);
      return shown({ of, out, data, store, regime, json }, print);
    },
  },
];
