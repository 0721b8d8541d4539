import type { ConsentSnapshot } from '@consentry/core';
import { type ComponentChild, h } from 'preact';
import type { BannerContent } from './content.js';
import { composeBanner } from './two-sentences.js';

/** What the buttons of the banner do; nothing where a server writes it. */
export interface BannerActs {
  readonly deny?: () => void;
  readonly allow?: () => void;
  readonly choose?: (event: Event) => void;
}

/** Everything in the banner. The names of its buttons are what scripts and tests may hold on to. */
export function bannerView(
  content: BannerContent,
  consent: Pick<ConsentSnapshot, 'pending' | 'record' | 'model'>,
  { deny, allow, choose }: BannerActs,
): ComponentChild {
  const { texts, noticeUrl } = content;
  const button = (label: string, name: string | undefined, onClick?: (event: Event) => void) => (
    <button type="button" part="button" name={name} onClick={onClick}>
      {label}
    </button>
  );
  return [
    <h2>{texts.title}</h2>,
    <p>
      {composeBanner(content, consent, (name) => (
        <strong>{name}</strong>
      ))}
    </p>,
    <div>
      {button(texts.deny, 'deny', deny)}
      {button(texts.allow, 'allow', allow)}
      {button(texts.choose, 'choose', choose)}
    </div>,
    <small>
      {texts.later}
      {noticeUrl ? <a href={noticeUrl}>{texts.notice}</a> : button(texts.notice, 'choose', choose)}
    </small>,
  ];
}
