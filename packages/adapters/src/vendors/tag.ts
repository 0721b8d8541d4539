import type { StorageItem } from '@consentry/gate';
import { defineAdapter } from '../define-adapter.js';
import { describeVendor } from '../describe-vendor.js';
import { placeFrame } from '../lib/place-frame.js';

/** Options of {@link tag}. */
export interface TagOptions {
  /** What is loaded: a script, a frame placed in the page, or a pixel requested once per grant. */
  kind: 'script' | 'frame' | 'pixel';
  /** Address of it. */
  src: string;
  /** For a frame: CSS selector of the element that takes it. @default "body" */
  target?: string;
  /** For a frame: its accessible name. @default the vendor's id */
  title?: string;
  /** For a script: further attributes, e.g. `{ "data-site": "42" }`. */
  attributes?: Readonly<Record<string, string>>;
  /** What it stores in the visitor's browser, deleted when it is not allowed. */
  storage?: readonly StorageItem[];
}

/**
 * Any third party that has no adapter of its own, described in the config. A script that has run cannot
 * be stopped, so its withdrawal reloads the page; frames are taken out, pixels are gone by themselves.
 */
export const tag = defineAdapter<TagOptions>({
  vendor: 'tag',
  storage: [],
  setup({ kind, src, target = 'body', title, attributes = {}, storage = [] }, vendor) {
    let remove: (() => void) | undefined;
    return {
      storage,
      onGrant({ document, loadScript }) {
        if (kind === 'script') {
          loadScript(src, (script) => {
            for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
          });
        } else if (kind === 'frame')
          remove = placeFrame(document, {
            src,
            target,
            title: title ?? vendor,
          });
        else document.createElement('img').src = src;
      },
      onWithdraw() {
        remove?.();
        return kind === 'script' ? 'reload' : undefined;
      },
    };
  },
});

export const description = describeVendor({
  name: {},
  provider: {},
  purpose: 'marketing',
  hosts: [],
  storage: [],
  information: {},
  usedFor: {},
  options: {
    required: ['kind', 'src'],
    properties: {
      kind: {
        enum: ['script', 'frame', 'pixel'],
        description:
          'What is loaded: a script, a frame placed in the page, or a pixel requested once per grant.',
      },
      src: { type: 'string', pattern: '^(https?://|/)', description: 'URL of it.' },
      target: { type: 'string', description: 'For a frame: CSS selector of the element that takes it.' },
      title: { type: 'string', description: 'For a frame: its accessible name.' },
      attributes: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'For a script: further attributes.',
      },
      storage: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'name'],
          additionalProperties: false,
          properties: {
            kind: { enum: ['cookie', 'localStorage', 'sessionStorage', 'indexedDB'] },
            name: { type: 'string', minLength: 1 },
          },
        },
        description: "What it stores in the visitor's browser.",
      },
    },
  },
  example: {
    kind: 'script',
    src: 'https://tags.vendor.example/t.js',
    storage: [{ kind: 'cookie', name: '_tag' }],
  },
});
