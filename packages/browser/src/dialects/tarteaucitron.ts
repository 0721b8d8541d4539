import { followElements, idsOn, markFrame } from '@consentry/gate/dialect';
import type { Peer } from './peer.js';
import { openServices } from './tarteaucitron-services.js';

/** Elements that it fills with frames, by their class: the service, and the frame's address. */
const FRAMES: Readonly<Record<string, readonly [name: string, address: (element: Element) => string]>> = {
  youtube_player: ['youtube', (element) => video(element, 'https://www.youtube-nocookie.com/embed/')],
  vimeo_player: ['vimeo', (element) => video(element, 'https://player.vimeo.com/video/')],
  dailymotion_player: [
    'dailymotion',
    (element) => video(element, 'https://www.dailymotion.com/embed/video/'),
  ],
  tac_iframe: ['iframe', (element) => element.getAttribute('url') ?? element.getAttribute('data-url') ?? ''],
};

/**
 * tarteaucitron: services that pages start by name, and elements that it fills with frames. What a page has made itself is
 * run; what comes with it is known by adapters. It stores `!gtag=true!youtube=false`, without a date; `wait` is no answer.
 *
 * @see https://www.npmjs.com/package/tarteaucitronjs 1.34.0, README, tarteaucitron.js and tarteaucitron.services.js (read 2026-11-22)
 */
export const tarteaucitron: Peer = {
  storedName: 'tarteaucitron',
  readStored: (read) => ({
    answers: Object.fromEntries(
      [...(read() ?? '').matchAll(/!([\w-]{1,80})=(true|false)(?=!|$)/g)].map(([, name, yes]) => [
        name,
        yes === 'true',
      ]),
    ),
  }),
  open(page) {
    followElements(document, `.${Object.keys(FRAMES).join(',.')}`, (element) => {
      const entry = Object.entries(FRAMES).find(([name]) => element.classList.contains(name))?.[1];
      const address = entry?.[1](element);
      // One that is filled already has only been moved.
      if (!entry || !address || element.firstElementChild) return;
      element.append(markFrame(document, idsOn([entry[0]], page), address, element));
    });
    openServices(page);
  },
};

function video(element: Element, before: string): string {
  const id = element.getAttribute('videoID') ?? element.getAttribute('data-videoID') ?? '';
  return id && before + encodeURIComponent(id);
}
