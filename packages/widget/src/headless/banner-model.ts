import type { BannerControls } from '../banner.js';
import type { Part } from '../banner-sentence.js';
import type { BannerContent, BannerTextsInUse, Language } from '../content.js';
import { composeBanner } from '../two-sentences.js';
import { createModel, type HeadlessOptions, type Model } from './model.js';

/** Text of the sentence, or the display name of a vendor that it asks about. */
export type SentencePart = string | { readonly vendor: string };

/** Everything a banner has to say at one moment, as plain strings. */
export interface BannerState extends Language {
  /** There is something to ask. */
  readonly isShown: boolean;
  readonly title: string;
  /** Who is asked about and what for; together it is the whole sentence. Empty when there is nothing to ask. */
  readonly sentence: readonly SentencePart[];
  /** Of the buttons and of what stands beside them. */
  readonly labels: Pick<BannerTextsInUse, 'deny' | 'allow' | 'choose' | 'later' | 'notice'>;
  /** Page that says who receives what, if there is one. */
  readonly noticeUrl?: string;
}

/** A banner without a face. */
export interface BannerModel extends Model<BannerState> {
  /** Denies what is asked about: everything the first time, later what is pending. */
  deny(): void;
  /** Grants it. */
  allow(): void;
}

/**
 * The banner's words and acts, for a page that draws it itself. Deny and allow decide as the widget's own do and leave the
 * same records. Showing, hiding and closing decide nothing: there is no call for them.
 */
export function createBannerModel(
  manager: BannerControls,
  content: BannerContent,
  { shown }: HeadlessOptions = {},
): BannerModel {
  const { texts, language, dir, noticeUrl } = content;
  const { deny, allow, choose, later, notice } = texts;
  const { get, listen } = createModel(manager.$consent, (consent): BannerState => {
    const isShown = consent.pending.length > 0;
    return {
      language,
      ...(dir ? { dir } : {}),
      isShown,
      title: texts.title,
      sentence: isShown ? joined(composeBanner(content, consent, (vendor = '') => ({ vendor }))) : [],
      labels: { deny, allow, choose, later, notice },
      ...(noticeUrl ? { noticeUrl } : {}),
    };
  });
  const decide = (act: 'grant' | 'deny') => () => {
    const { record, pending } = manager.$consent.get();
    // Without a question there is no answer: earlier ones stand.
    if (pending[0]) manager[act](record ? pending : undefined, { via: 'banner', language, shown });
  };
  return { get, listen, deny: decide('deny'), allow: decide('grant') };
}

/** One flat list, in which no text stands beside another. */
function joined(parts: readonly Part<{ readonly vendor: string }>[]): SentencePart[] {
  const flat: SentencePart[] = [];
  for (const part of parts.flat(NESTING as 1) as readonly (SentencePart | undefined)[]) {
    const before = flat.at(-1);
    if (typeof part === 'string' && typeof before === 'string') flat.splice(-1, 1, before + part);
    else if (part) flat.push(part);
  }
  return flat;
}

/** Deeper than any sentence: of phrases, of lists, of names. The type is of one level, since those of many have no end. */
const NESTING = 9;
