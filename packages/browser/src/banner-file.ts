import { type BannerContent, mountBanner } from '@consentry/widget';
import { Fragment, h, render } from 'preact';
import { handOver } from './hand-over.js';
import type { BannerPart } from './parts.js';

/** The whole of a banner file: delivers the banner with its content, and leaves Preact to the preferences. */
export function bannerFile(content: BannerContent): void {
  const { shared, deliver } = handOver();
  shared.preact = { h, render, Fragment };
  const part: BannerPart = (host) => mountBanner({ ...host, content });
  deliver(part);
}
