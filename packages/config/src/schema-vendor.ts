import { Type } from '@sinclair/typebox';
import { Transfer } from './notice/schema-recipients.js';
import { Host, ID_PATTERN, Id, oneOf, Since, Storage, strict, Text } from './schema-parts.js';

/** A vendor of the config. */
export const VendorSchema = Type.Object(
  {
    enabled: Type.Optional(
      Type.Boolean({ description: 'false takes the vendor out everywhere. Default true.' }),
    ),
    channel: Type.Optional(
      oneOf(
        ['page', 'email'],
        'Where it works. page (default): in the page. email: in mails; the notice tells of it, and nothing in the page belongs to it. What it does there is described here; its name, provider and country may come from an adapter.',
      ),
    ),
    purposes: Type.Optional(
      Type.Array(Id('A purpose of this file.'), {
        minItems: 1,
        description: "Default: the adapter's usual purpose.",
      }),
    ),
    adapter: Type.Optional(
      Type.Union([Type.String(), Type.Literal(false)], {
        description:
          'Adapter to use. Default: the one named like the vendor. false: described only, its tags are marked in the page.',
      }),
    ),
    options: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: "The adapter's options." }),
    ),
    after: Type.Optional(
      Type.Unsafe<string | string[]>({
        description:
          'The vendor (or vendors) that has to be there before this one starts: its scripts have loaded or failed. While one of them is not allowed, this one is withheld too.',
        type: ['string', 'array'],
        pattern: ID_PATTERN,
        items: { type: 'string', pattern: ID_PATTERN },
        minItems: 1,
        uniqueItems: true,
      }),
    ),
    name: Type.Optional(Text('Name shown to visitors.')),
    provider: Type.Optional(Text('The company that receives the data.')),
    country: Type.Optional(
      Type.String({ pattern: '^[A-Z]{2}$', description: 'Its country, ISO 3166-1 alpha-2.' }),
    ),
    information: Type.Optional(Text('What it obtains.')),
    conditional: Type.Optional(
      Text('When it obtains it, where not always, e.g. "if your mail program allows".'),
    ),
    usedFor: Type.Optional(Text('What that is used for.')),
    recipientUse: Type.Optional(Text('What the provider uses it for on its own account.')),
    optOut: Type.Optional(
      Type.Object(
        {
          stops: oneOf(['sending', 'use'], 'What refusing stops: that it is sent, or only that it is used.'),
          how: Text('How to refuse.'),
          url: Type.Optional(Type.String({ pattern: '^(https?://|/)', description: 'Where to refuse.' })),
          effect: Type.Optional(Text('What is limited then.')),
        },
        { ...strict, description: "A way to refuse beside this site's own banner." },
      ),
    ),
    transmission: Type.Optional(
      oneOf(
        ['told', 'necessary', 'own-id'],
        "Whether the external-transmission page lists it. told (default): yes. necessary: needed to show the page or provide the service. own-id: this site's own identifier, sent to itself.",
      ),
    ),
    transfer: Type.Optional(Transfer),
    askFirst: Type.Optional(
      Type.Boolean({
        description: 'It waits for a yes under every regime. Default: whether "transfer" rests on consent.',
      }),
    ),
    storage: Type.Optional(Type.Array(Storage, { description: "What it stores in the visitor's browser." })),
    hosts: Type.Optional(
      Type.Array(Host, {
        description:
          'What belongs to it: "cdn.example.com" (subdomains too), "example.com/path", "host:port", or "/path" for a path of this site that leads to it. Replaces the adapter\'s list.',
      }),
    ),
    held: Type.Optional(
      oneOf(
        ['reject', 'replay'],
        'What becomes of a request to it while it is withheld: rejected as if the network had failed (default), or sent when the visitor grants.',
      ),
    ),
    policyUrl: Type.Optional(Type.String({ pattern: '^(https?://|/)', description: 'Its privacy policy.' })),
    since: Since,
  },
  { ...strict, description: 'A third party that receives data or runs code.' },
);
