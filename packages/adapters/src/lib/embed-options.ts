/** The schema of the options that every embed has. */
export const EMBED_OPTIONS = {
  target: {
    type: 'string',
    minLength: 1,
    description:
      "CSS selector of the element that takes the frame; leave it out for frames in the page's markup.",
  },
  title: { type: 'string', minLength: 1, description: 'Accessible name of the frame.' },
  height: { type: 'integer', minimum: 1, description: 'Height of the frame in CSS pixels.' },
} as const;
