import { deliveries } from '../commands/deliveries.js';
import { drift } from '../commands/drift.js';
import { serve } from '../commands/serve.js';
import { defaultConfig } from '../config-names.js';
import { readRetention } from '../site-server/retention-rules.js';
import { type Command, ENV, PLACE } from './command.js';
import { nothingNamed, onlyFile, readNumber, readPort } from './read-values.js';

/** Commands that serve a site, and say how it goes. */
export const SERVER_COMMANDS: readonly Command[] = [
  {
    name: 'serve',
    usage: ['[consentry.json] [--port 4400] [--origin https://www.example.com]'],
    says: "Serve the site's script and notice, and keep receipts.",
    options: {
      port: ['4400', 'where to listen'],
      host: ['127.0.0.1', 'on which address'],
      ...PLACE,
      origin: ['https://…', "the site's origin, as it stands in receipts"],
      'allow-origin': ['https://…', 'another origin whose pages may send records; repeatable'],
      'retain-days': [
        '1275',
        'delete records after so many days, or by regime: opt-in=1275,notice=400; 0 keeps for ever',
      ],
      'trust-proxy': ['1', 'how many proxies of yours are before it'],
      'drain-seconds': ['5', 'between being told to stop and letting nobody in'],
      'log-requests': ['', 'each request as a line of JSON, without anything about persons'],
      'country-header': [
        'CF-IPCountry',
        "header in which your edge says the visitor's country; for counts only",
      ],
      'place-header': [
        'CF-IPCountry',
        "header in which your edge says the visitor's place; for rules by place",
      ],
      'insights-minimum': ['10', 'smaller numbers are not shown on the insights page'],
      controller: ['FILE.json', 'who answers for the processing, as it stands in exports'],
      env: ENV,
    },
    examples: [
      ['serve', 'on http://localhost:4400, to try a config out'],
      [
        'serve --origin https://www.example.com --data /var/lib/consentry --trust-proxy 1',
        'behind one proxy of yours',
      ],
    ],
    wrong: 'the config is wrong',
    async run({ values, named, json, print }) {
      const number = (name: 'trust-proxy' | 'drain-seconds' | 'insights-minimum', or: number) =>
        readNumber(`--${name}`, values[name], or);
      return serve(
        onlyFile(named) ?? (await defaultConfig()),
        {
          json,
          port: readPort(values.port),
          host: values.host ?? '127.0.0.1',
          data: values.data ?? '.consentry',
          store: values.store,
          environment: values.env,
          origins: values['allow-origin'] ?? [],
          controller: values.controller,
          placeHeader: values['place-header'],
          trustProxy: number('trust-proxy', 0),
          drainSeconds: number('drain-seconds', 0),
          logRequests: values['log-requests'] ?? false,
          insights: {
            minimum: number('insights-minimum', 10),
            countryHeader: values['country-header'],
          },
          ...(values['retain-days'] === undefined
            ? {}
            : { retainDays: readRetention(values['retain-days']) }),
          ...(values.origin ? { origin: values.origin } : {}),
        },
        print,
      );
    },
  },
  {
    name: 'drift',
    usage: ['[consentry.json] [--url https://… --token TOKEN]', '[consentry.json] HOST…'],
    says: 'Name the hosts that pages met and no setting accounts for, and what to do.',
    options: {
      ...PLACE,
      url: ['https://…', 'ask the server at this address instead'],
      token: ['TOKEN', 'of a reader, for --url; CONSENTRY_TOKEN in the environment will do'],
      days: ['7', 'only what was met within so many days'],
      check: ['', 'fail if there is something to look into'],
      env: ENV,
    },
    switches: ['check'],
    examples: [
      ['drift', "what the pages of this machine's server have told"],
      ['drift static.hotjar.com', 'who is this, and is it in the config?'],
      ['drift --url https://www.example.com --days 1 --check', 'for a nightly job'],
    ],
    wrong: 'with --check: there is something to look into',
    async run({ values, named, json, print }) {
      const isFile = /\.(json|ya?ml)$/.test(named[0] ?? '');
      const file = isFile ? (named[0] as string) : await defaultConfig();
      const { data = '.consentry', store, url, token = process.env.CONSENTRY_TOKEN, days } = values;
      return drift(
        {
          ...{ file, hosts: isFile ? named.slice(1) : named, data, store, url, token, json },
          ...{ environment: values.env, check: Boolean(values.check) },
          ...(days === undefined ? {} : { days: readNumber('--days', days, 0) }),
        },
        print,
      );
    },
  },
  {
    name: 'deliveries',
    usage: ['[--connector brevo] [--retry]'],
    says: 'Say what e-mail services have been told, what not, and why.',
    options: {
      ...PLACE,
      connector: ['brevo', 'of one connector'],
      retry: ['', 'start again what is parked, dead or waiting'],
    },
    examples: [
      ['deliveries', 'of all connectors'],
      ['deliveries --connector brevo --retry', 'after its key was mended'],
    ],
    wrong: 'something needs a person: a delivery that is parked or dead, a key that is not accepted',
    run({ values, named, json, print }) {
      nothingNamed(named, 'name the folder with --data.');
      const { data = '.consentry', store, connector, retry = false } = values;
      return deliveries({ data, store, connector, retry, json }, print);
    },
  },
];
