import { describe, expect, it } from 'vitest';
import { checkConfig } from './check-config.js';
import { formatProblem } from './problem.js';

const told = { name: 'C', provider: 'C Ltd', information: 'I', usedFor: 'U' };
const right = () => ({
  site: 'shop',
  languages: ['en'],
  purposes: { analytics: { label: 'Measuring' } },
  vendors: { counter: { adapter: false, purposes: ['analytics'], ...told } },
});
const said = (config: unknown) => (checkConfig(config, {}).problems ?? []).map(formatProblem);

describe('purposes of mails and their connectors', () => {
  const mail = (changes: object = {}) => ({
    ...right(),
    purposes: {
      ...right().purposes,
      news: { label: 'News', phrase: 'send news', channel: 'email' },
      opens: { label: 'Opens', phrase: 'see what is opened', channel: 'email' },
    },
    receipts: { endpoint: '/consentry/records' },
    connectors: {
      brevo: {
        keyFrom: 'BREVO_API_KEY',
        eventTokenFrom: 'BREVO_EVENTS',
        purposes: { news: { as: 'newsletter', list: 7 }, opens: { as: 'tracking' } },
      },
      mailbluster: {
        keyFrom: 'MAILBLUSTER_API_KEY',
        purposes: { news: { as: 'newsletter', doubleOptIn: {} }, opens: { as: 'tag', deniedTag: 'no' } },
      },
      crm: { service: 'webhook', url: 'https://crm.example/hook', keyFrom: 'CRM', purposes: { news: {} } },
    },
    ...changes,
  });
  const brevo = (purposes: object, changes: object = {}) =>
    mail({ connectors: { brevo: { keyFrom: 'KEY', purposes, ...changes } } });
  const mailbluster = (purposes: object, changes: object = {}) =>
    mail({ connectors: { mailbluster: { keyFrom: 'KEY', purposes, ...changes } } });

  it('accepts purposes that happen in mails, and the services that carry them', () => {
    expect(said(mail())).toEqual([]);
    expect(
      said(
        brevo({
          news: {
            as: 'newsletter',
            list: 7,
            doubleOptIn: { template: 1, redirectUrl: 'https://a.example/' },
          },
        }),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'a page vendor of a purpose of mails',
      mail({
        vendors: { counter: { ...right().vendors.counter, purposes: ['opens'] } },
      }),
      'vendors.counter.purposes: is "opens"; expected purposes of the page; "opens" happens in mails, so a connector carries it',
    ],
    [
      'a purpose of mails that is exempt',
      mail({ purposes: { ...mail().purposes, bills: { label: 'Bills', channel: 'email', exempt: true } } }),
      'purposes.bills.exempt: is true; expected no exempt purpose',
    ],
    [
      'a purpose of mails that the banner has no words for',
      mail({ purposes: { ...mail().purposes, tips: { label: 'Tips', channel: 'email' } } }),
      'purposes.tips.phrase: expected a text',
    ],
    [
      'another channel',
      mail({ purposes: { sms: { label: 'S', channel: 'sms' } } }),
      'purposes.sms.channel: is "sms"',
    ],
    [
      'connectors without receipts',
      mail({ receipts: undefined }),
      'receipts: expected to be set; connectors hear of decisions from the receipts server',
    ],
    ['a misspelt purpose', brevo({ newz: { as: 'tracking' } }), 'Did you mean "news"?'],
    [
      'a purpose of the page',
      brevo({ analytics: { as: 'tracking' } }),
      'expected a purpose of channel "email" (news, opens); add "channel": "email" to purposes.analytics',
    ],
    [
      'a name of the prototype',
      brevo({ constructor: { as: 'tracking' } }),
      'connectors.brevo.purposes.constructor',
    ],
    [
      'a service nobody knows',
      mail({ connectors: { brevoo: { keyFrom: 'KEY', purposes: { news: {} } } } }),
      'Did you mean "brevo"?',
    ],
    [
      'a key in the file',
      brevo({ opens: { as: 'tracking' } }, { keyFrom: 'xkeysib-123' }),
      'Never the key itself',
    ],
    [
      'a newsletter without its list',
      brevo({ news: { as: 'newsletter' } }),
      'connectors.brevo.purposes.news.list: expected to be set',
    ],
    [
      'half a confirmation mail',
      brevo({ news: { as: 'newsletter', list: 7, doubleOptIn: { template: 5 } } }),
      'news.doubleOptIn.redirectUrl: expected to be set',
    ],
    [
      'no word on what becomes of it',
      brevo({ news: {} }),
      'news.as: expected to be set to one of "newsletter", "tracking", "attribute"',
    ],
    [
      'a setting of another service',
      brevo({ opens: { as: 'tracking', deniedTag: 'no' } }),
      'opens.deniedTag: is "no"; expected no such setting for "as": "tracking"',
    ],
    [
      'what MailBluster cannot do',
      mailbluster({ opens: { as: 'tracking' } }),
      'MailBluster watches opens of everybody or of nobody',
    ],
    [
      'two newsletters at MailBluster',
      mailbluster({ news: { as: 'newsletter' }, opens: { as: 'newsletter' } }),
      'one newsletter at most',
    ],
    ['a tag without a name', mailbluster({ opens: { as: 'tag' } }), 'grantedTag or deniedTag to be set'],
    [
      'reports from where none come',
      mailbluster({ opens: { as: 'tag', deniedTag: 'no' } }, { eventTokenFrom: 'T' }),
      'only with Brevo',
    ],
    [
      'a webhook without an address',
      mail({ connectors: { webhook: { keyFrom: 'KEY', purposes: { news: {} } } } }),
      'connectors.webhook.url: expected to be set',
    ],
    [
      'a webhook that is told what to do',
      mail({
        connectors: {
          webhook: { keyFrom: 'KEY', url: 'https://a.example', purposes: { news: { list: 7 } } },
        },
      }),
      'news.list: is 7; expected no such setting for a webhook',
    ],
    [
      'an address without encryption',
      brevo({ opens: { as: 'tracking' } }, { url: 'http://api.example' }),
      'connectors.brevo.url: is "http://api.example"',
    ],
  ])('refuses %s', (_, config, message) => {
    expect(said(JSON.parse(JSON.stringify(config))).join('\n')).toContain(message);
  });
});
