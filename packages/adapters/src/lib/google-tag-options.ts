/** What all destinations of Google's tag may be told, as JSON Schema. */
export const GOOGLE_TAG_OPTIONS = {
  config: { type: 'object', description: "Parameters of gtag's config command." },
  beforeGrant: {
    enum: ['nothing', 'cookieless-pings'],
    description:
      'What Google gets before a grant; "cookieless-pings" is Google\'s advanced mode: the tag loads at once.',
  },
  src: {
    type: 'string',
    pattern: '^(https?://|/)',
    description: "URL of gtag.js, if not on Google's host.",
  },
} as const;
