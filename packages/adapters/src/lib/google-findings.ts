/** What a self-check of a page can find, by the code that stands in the console and in docs/google.md. */
export const FINDINGS = {
  'google-read-first':
    "Google read consent before the default. Google's tag was running when Consentry said that everything is denied; what it sent until then was sent as if everything were granted. Put Consentry before every tag of Google, and take Google's own snippets out of the page.",
  'google-command-first':
    'A command that sends data stands before the consent default. Google takes commands in their order, so this one is sent without a state of consent. Put the stub or Consentry before it.',
  'google-set-late':
    'Google itself notes that the consent default came after consent was read. Put Consentry, or its stub, before every tag of Google.',
  'google-second-default':
    'A second consent implementation is on the page: somebody else has set a consent default. Google merges both, so neither of them is true. Take out the other one, be it a snippet, a plug-in or a tag of the container.',
  'google-second-update':
    'A second consent implementation is on the page: somebody else has told Google an answer. The last one wins, whatever the visitor told Consentry. Take out the other one, be it a banner, a plug-in or a tag of the container.',
  'google-update-first':
    'An answer was told to Google before any default. Tags that ran before it went by no state at all. Take it out; Consentry tells both, in order.',
  'google-array-command':
    'A consent command is an array. Google ignores it: a command has to be the arguments object of a function, as gtag() pushes it. Take it out; Consentry tells Google.',
  'google-not-a-state':
    'A consent signal is neither "granted" nor "denied". Google knows no other values, true and false among them. Take the command out; Consentry tells Google.',
  'google-region-group':
    'A consent default names EU, EEA or the like as its region. To Google this is no place, so the default is for nobody. List countries, in "google.regions" of the config.',
  'google-wait-in-update':
    'wait_for_update stands in an update, where Google does not look at it. Set "google.waitForUpdate" in the config: it belongs to the default.',
  'google-noscript-frame':
    "The page has Tag Manager's <noscript> frame. Where scripts are off it loads the container, and nobody can withhold it. Take it out.",
} as const;

export type Finding = keyof typeof FINDINGS;
