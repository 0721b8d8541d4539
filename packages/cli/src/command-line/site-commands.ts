import { takeDefaults, withTerminal } from '../ask.js';
import { CommandError } from '../command-error.js';
import { build } from '../commands/build.js';
import { check } from '../commands/check.js';
import { checkUi } from '../commands/check-ui.js';
import { csp } from '../commands/csp.js';
import { explain } from '../commands/explain.js';
import { init } from '../commands/init.js';
import { migrate } from '../commands/migrate.js';
import { defaultConfig } from '../config-names.js';
import { type Command, ENV } from './command.js';
import { onlyFile, readNumber } from './read-values.js';

/** Commands about one site's config. */
export const SITE_COMMANDS: readonly Command[] = [
  {
    name: 'init',
    usage: ['[PAGE.html | FOLDER | https://…] [-o consentry.json]'],
    says: "Write a first config, from a site's pages and a few answers.",
    options: {
      out: ['FILE', 'where to; consentry.json if left out'],
      force: ['', 'over what is there'],
      site: ['NAME', 'answer beforehand: name of the site'],
      languages: ['ja,en', 'answer beforehand: languages, the main one first'],
      vendors: ['google-analytics,brevo', 'answer beforehand: vendors, by their adapters'],
      yes: ['', 'take what is offered, and ask nothing'],
    },
    examples: [
      ['init https://www.example.com/', 'asks about what the page at this address loads'],
      ['init public --yes --json', 'the same of a folder of pages, without questions, for a script'],
    ],
    run({ values, named, json, print }) {
      const { out = 'consentry.json', force = false, yes = false, site, languages, vendors } = values;
      const options = { from: onlyFile(named), out, force, json, site, languages, vendors };
      return yes || json
        ? init(options, takeDefaults, print)
        : withTerminal((ask) => init(options, ask, print));
    },
  },
  {
    name: 'migrate',
    usage: ['PAGE.html | CONFIG.js | FOLDER | https://… [...] [-o consentry.json]'],
    says: "Write a config from another consent manager's, whose markup in the pages goes on to work.",
    options: {
      from: [
        'klaro',
        'or vanilla-cookieconsent, orejime, tarteaucitron, cookiebot, onetrust; found out if left out',
      ],
      out: ['FILE', 'where to; consentry.json if left out'],
      force: ['', 'over what is there'],
      site: ['NAME', 'name of the site, instead of what the sources say'],
      languages: ['ja,en', 'its languages, the main one first, instead of what the sources say'],
    },
    examples: [
      ['migrate https://www.example.com/', 'what this page loads and marks; none of its scripts is run'],
      ['migrate public/index.html klaro-config.js', 'a page and the config that belongs to it'],
    ],
    wrong: 'none of the sources has a consent manager that it knows',
    run({ values, named, json, print }) {
      const { from, out = 'consentry.json', force = false, site, languages } = values;
      return migrate({ sources: named, from, out, force, json, site, languages }, print);
    },
  },
  {
    name: 'check',
    usage: ['[consentry.json] [--strict] [--ui [--css site.css]]'],
    says: 'Say what is wrong with a config, and what laws ask of its notice.',
    options: {
      strict: ['', 'warnings fail too, unless acknowledged'],
      ui: ['', 'also measure its banner in a browser: is denying as easy as allowing?'],
      css: ['FILE', 'with --ui: a style sheet of the site; repeatable'],
      env: ENV,
    },
    examples: [
      ['check', 'the config in this folder'],
      ['check --ui --css public/site.css', 'and its banner, as the site styles it'],
      ['check --strict --json', 'for a build that shall fail on warnings too'],
    ],
    wrong: 'there is a mistake; with --strict a warning, with --ui something unfair',
    async run({ values, named, json, print, progress }) {
      const { ui = false, css = [], strict = false, env: environment } = values;
      const file = onlyFile(named) ?? (await defaultConfig());
      if (!ui && css[0]) throw new CommandError('--css belongs to check --ui.', 2);
      // Of both there would be two documents.
      if (!ui || !json) await check(file, print, { strict, environment, json });
      if (ui) await checkUi(file, { css, json, environment, progress }, print);
    },
  },
  {
    name: 'explain',
    usage: ['[consentry.json] VENDOR_OR_PURPOSE'],
    says: 'Say why a vendor or purpose is withheld or allowed for a visitor, rule by rule.',
    options: {
      place: ['JP | US-CA', 'where the visitor is; nowhere known if left out'],
      signal: ['gpc', 'what the browser sends'],
      decision: ['ID=granted', 'what was decided: granted, denied, withdrawn, revoked; repeatable'],
      'decided-days-ago': ['30', 'when'],
      'notice-version': ['2', 'under which version of the notice'],
      env: ENV,
    },
    examples: [
      ['explain google-analytics', 'for a visitor who has decided nothing'],
      ['explain marketing --place US-CA --signal gpc', 'for one in California whose browser objects'],
      ['explain brevo --decision marketing=granted --decided-days-ago 200', 'for a yes that is old'],
    ],
    async run({ values, named, json, print }) {
      const [file, id, ...rest] = named.length === 1 ? [await defaultConfig(), ...named] : named;
      if (!file || !id || rest[0])
        throw new CommandError('Explain what? consentry explain [consentry.json] VENDOR_OR_PURPOSE', 2);
      const { place, signal = [], decision = [], env: environment } = values;
      const version = values['notice-version'];
      return explain(
        {
          ...{ file, id, place, signals: signal, decisions: decision, json, environment },
          decidedDaysAgo: readNumber('--decided-days-ago', values['decided-days-ago'], 0),
          ...(version === undefined ? {} : { noticeVersion: readNumber('--notice-version', version, 1) }),
        },
        print,
      );
    },
  },
  {
    name: 'build',
    usage: ['[consentry.json] -o FOLDER'],
    says: "Write the site's script and what it loads.",
    options: {
      out: ['FOLDER', 'where to; made if it is not there'],
      inline: ['', "also the banner as HTML, for the page's first paint"],
      env: ENV,
    },
    examples: [
      ['build -o public', 'from the config in this folder'],
      ['build shop.yaml -o dist --env staging --inline', 'as it is on staging, with the banner as HTML'],
    ],
    wrong: 'the config is wrong',
    async run({ values, named, json, print, progress }) {
      const { out, inline = false, env: environment } = values;
      if (!out) throw new CommandError('Where to? Name a folder with -o FOLDER.', 2);
      const file = onlyFile(named) ?? (await defaultConfig());
      return build(file, out, print, { inline, environment, json, progress });
    },
  },
  {
    name: 'csp',
    usage: ['[consentry.json] [--granted analytics,acme]'],
    says: 'Print the policy header that withholds every vendor.',
    options: {
      granted: ['analytics,acme', 'for a visitor who granted these purposes and vendors'],
      env: ENV,
    },
    examples: [
      ['csp', 'for a host that sends the same header to everybody'],
      ['csp --granted analytics --json', 'what a server would send after this yes'],
    ],
    wrong: 'the config is wrong',
    async run({ values, named, json, print }) {
      const granted = values.granted?.split(',').filter(Boolean) ?? [];
      return csp(
        onlyFile(named) ?? (await defaultConfig()),
        { granted, json, environment: values.env },
        print,
      );
    },
  },
];
