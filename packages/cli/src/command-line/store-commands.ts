import { CommandError } from '../command-error.js';
import { insightsRecount } from '../commands/insights-recount.js';
import { rotateKeys } from '../commands/keys.js';
import { storeCopy } from '../commands/store-copy.js';
import { token } from '../commands/token.js';
import { type Call, type Command, PLACE } from './command.js';
import { nothingNamed, readNumber } from './read-values.js';

const runToken =
  (action: string) =>
  ({ values, named: [id, other], json, print }: Call) => {
    if (other !== undefined) throw new CommandError(`"${other}": one token at a time, please.`, 2);
    const { data = '.consentry', store, role, label = '', days, hours } = values;
    const [forDays, graceHours] = [readNumber('--days', days, 90), readNumber('--hours', hours, 24)];
    return token({ data, store, action, id, role, label, days: forDays, graceHours, json }, print);
  };

/** Commands that look after a server's data. */
export const STORE_COMMANDS: readonly Command[] = [
  {
    name: 'token create',
    usage: ['--role reader|admin|writer [--label TEXT] [--days 90]'],
    says: 'Make a token for people who may look (reader) or also change (admin). It is shown once.',
    options: {
      role: ['reader', 'reader, admin, or writer for servers of yours that post records'],
      label: ['TEXT', 'whose it is'],
      days: ['90', 'until when'],
      ...PLACE,
    },
    examples: [['token create --role reader --label "Ms Sato" --days 30', 'for a month']],
    run: runToken('create'),
  },
  {
    name: 'token list',
    usage: [''],
    says: 'Say which tokens there are, without the tokens themselves.',
    options: PLACE,
    examples: [['token list', 'of the data in .consentry']],
    run: runToken('list'),
  },
  {
    name: 'token rotate',
    usage: ['ID [--hours 24]'],
    says: 'Make a token in the place of another, which lives on for some hours.',
    options: { hours: ['24', 'how long the old one stays valid'], days: ['90', 'the new one'], ...PLACE },
    examples: [['token rotate tok_3fGh --hours 1', 'ids are in token list']],
    wrong: 'there is no such token',
    run: runToken('rotate'),
  },
  {
    name: 'token revoke',
    usage: ['ID'],
    says: 'End a token at once.',
    options: PLACE,
    examples: [['token revoke tok_3fGh', 'ids are in token list']],
    wrong: 'there is no such token',
    run: runToken('revoke'),
  },
  {
    name: 'keys rotate',
    usage: ['[--data .consentry]'],
    says: 'Sign with a new key; the public half of the old one stays published.',
    options: { data: PLACE.data },
    examples: [['keys rotate', 'the server signs with it from its next start']],
    async run({ values: { data = '.consentry' }, named, json, print }) {
      nothingNamed(named, 'name the folder with --data.');
      return rotateKeys(data, print, json);
    },
  },
  {
    name: 'insights recount',
    usage: ['[--repair]'],
    says: 'Compare the counts of the insights page with the records.',
    options: { repair: ['', 'write anew what differs'], ...PLACE },
    examples: [
      ['insights recount', 'also beside a running server'],
      ['insights recount --repair', 'and write anew what differs'],
    ],
    wrong: 'counts differ, and are left so',
    run({ values, named, json, print, progress }) {
      nothingNamed(named, 'name the folder with --data.');
      const { data = '.consentry', store, repair = false } = values;
      return insightsRecount({ data, store, repair, json, progress }, print);
    },
  },
  {
    name: 'store copy',
    usage: ['--to postgres://…|FOLDER'],
    says: 'Copy a store that nobody writes to into an empty one, and compare their logs.',
    options: { to: ['postgres://… | FOLDER', 'where to'], ...PLACE },
    examples: [
      ['store copy --to postgres://consentry@db.internal/consentry', 'from SQLite to PostgreSQL'],
      ['store copy --store postgres://consentry@db.internal/consentry --to saved', 'and back'],
    ],
    wrong: 'nothing, or not everything, was copied',
    run({ values: { data = '.consentry', store, to }, named, json, print, progress }) {
      nothingNamed(named, 'name the target with --to.');
      if (!to) throw new CommandError('Copy where? consentry store copy --to postgres://…', 2);
      const target = to.includes('://') ? { data, store: to } : { data: to };
      return storeCopy({ data, store }, target, print, { json, progress });
    },
  },
];
