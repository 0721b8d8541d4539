import { describe, expect, it } from 'vitest';
import type { BannerContent } from './content.js';
import { banner as en } from './i18n/en.js';
import { banner as ja } from './i18n/ja.js';
import { composeBanner } from './two-sentences.js';

const CONTENT: BannerContent = {
  language: 'en',
  texts: en,
  asksFirst: ['pixel', 'mailer'],
  purposes: [
    { id: 'analytics', phrase: 'measure visits with {vendors}', vendors: ['counter', 'pixel'] },
    { id: 'mail', phrase: 'send mail with {vendors}', vendors: ['mailer'] },
    { id: 'letters', phrase: 'send letters', vendors: [] },
  ],
  vendors: { counter: 'Counter', pixel: 'Pixel', mailer: 'Mailer' },
};
const ALL = ['analytics', 'mail', 'letters'];
const say = (
  content: BannerContent,
  pending: string[],
  model: 'opt-in' | 'notice' = 'notice',
  record?: string,
) =>
  composeBanner(content, { pending, model, record }, (name) => name ?? '')
    .flat(9)
    .join('');

describe('the sentence of the banner where some run and others wait', () => {
  it('says of each whether it runs', () => {
    expect(say(CONTENT, ALL)).toBe(
      'We measure visits with Counter and send letters. You can change this any time. ' +
        'We would like to measure visits with Pixel and send mail with Mailer. Nothing of theirs has loaded yet.',
    );
  });

  it('asks only, where everything that is pending waits', () => {
    expect(say(CONTENT, ['mail'])).toBe(
      'We would like to send mail with Mailer. Nothing of theirs has loaded yet.',
    );
    expect(say(CONTENT, ['mailer'], 'notice', 'record')).toBe(
      'This is new. We would like to send mail with Mailer. Nothing of theirs has loaded yet.',
    );
  });

  it('tells only, where nothing that is pending waits', () => {
    expect(say(CONTENT, ['letters'])).toBe('We send letters. You can change this any time.');
  });

  it('asks about everything in one sentence where everything waits', () => {
    expect(say(CONTENT, ALL, 'opt-in')).toContain('We would like to measure visits with Counter and Pixel, ');
  });

  it('puts no space between sentences in a language that writes none', () => {
    expect(say({ ...CONTENT, texts: ja }, ['analytics'])).toContain('変更できます。measure');
  });
});
