import { Type } from '@sinclair/typebox';
import { oneOf, strict } from './schema-parts.js';

/** Whether pages look at what they contact, and whom they tell. */
export const DriftSchema = Type.Object(
  {
    report: Type.Optional(
      oneOf(
        ['console', 'server'],
        'console (default): the console of whoever opens a page on localhost, and nobody else. server: also the site\'s own server, "drift" beside receipts.endpoint, from a sample of page views.',
      ),
    ),
    sample: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 1,
        description: 'Share of page views that tell the server; 0.01 (default) is one in a hundred.',
      }),
    ),
    ignore: Type.Optional(
      Type.Array(
        Type.String({
          // As hosts are reported: no scheme, port or path.
          pattern: '^[a-z0-9_-]+(\\.[a-z0-9_-]+)*$',
          description: 'Name of a host without scheme, port or path; it stands for its subdomains too.',
        }),
        {
          uniqueItems: true,
          description: 'Hosts that are in order and no vendor of this file: nobody is told of them.',
        },
      ),
    ),
  },
  {
    ...strict,
    description:
      'Pages compare the hosts that they contact with this file. Leave it out, and no page carries anything for it.',
  },
);
