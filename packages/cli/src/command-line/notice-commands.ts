import { CommandError } from '../command-error.js';
import { notice } from '../commands/notice.js';
import { noticeDiff, noticeRecord } from '../commands/notice-diff.js';
import { defaultConfig } from '../config-names.js';
import { type Command, ENV } from './command.js';
import { onlyFile } from './read-values.js';

/** Commands about what visitors are told. */
export const NOTICE_COMMANDS: readonly Command[] = [
  {
    name: 'notice',
    usage: ['[consentry.json] -o FOLDER', '[consentry.json] --check PUBLISHED'],
    says: 'Write the pages that tell of vendors and of personal information, or compare them.',
    options: {
      out: ['FOLDER', 'write them there'],
      format: ['html | md | json', 'html if left out'],
      language: ['ja', 'pages of one language'],
      only: ['external', 'one of privacy, external, cookies'],
      check: ['PUBLISHED', 'compare with a folder, a file or an address instead'],
      since: ['OLD', 'also tell what has changed since a config or record'],
      env: ENV,
    },
    examples: [
      ['notice -o public/notice', 'all pages in all languages'],
      ['notice --check https://www.example.com/notice/', 'does the site still tell what the config says?'],
    ],
    wrong: 'the config is wrong; with --check, what is published differs',
    async run({ values, named, json, print }) {
      const { out, format, language, only, since, check, env: environment } = values;
      const file = onlyFile(named) ?? (await defaultConfig());
      return notice(file, { out, format, language, only, since, check, json, environment }, print);
    },
  },
  {
    name: 'notice diff',
    usage: ['OLD NEW'],
    says: 'Say what two configs or records tell otherwise, and whether to ask again.',
    options: {
      format: ['html', 'as a section of a page'],
      language: ['ja', 'of that section'],
    },
    examples: [['notice diff notice.published.json consentry.json', 'against what was recorded last']],
    wrong: 'notice.version has to be raised',
    run: ({ values: { format, language }, named, json, print }) =>
      noticeDiff(named, { json, format, language }, print),
  },
  {
    name: 'notice record',
    usage: ['[consentry.json]'],
    says: 'Keep what visitors are told now; check compares with it.',
    options: {},
    examples: [['notice record', 'writes notice.published.json beside the config']],
    wrong: 'the config is wrong',
    async run({ named, json, print }) {
      if (named[1]) throw new CommandError(`"${named[1]}": one file at a time, please.`, 2);
      return noticeRecord(named[0] ?? (await defaultConfig()), print, json);
    },
  },
];
