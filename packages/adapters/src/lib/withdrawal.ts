import type { Withdrawal } from '../describe-vendor.js';

/** For a vendor that has no call of its own: nothing stops its script but a page without it. */
export const RELOADED: Withdrawal = {
  kind: 'reload',
  note: {
    en: 'The vendor has no call that stops its script, so the page is loaded again without it. What it stored here is deleted; what it has received stays with it.',
    ja: '提供元はスクリプトを停止する手段を用意していないため、ページを再読み込みして読み込まないようにします。このサイトに保存された情報は削除されますが、すでに送信された情報は提供元に残ります。',
  },
};

/** For a vendor that is told in its own call, and may go on without cookies until the page is loaded again. */
export const TOLD_AND_RELOADED: Withdrawal = {
  kind: 'reload',
  note: {
    en: 'The vendor is told in its own call, and the page is loaded again without its script. What it stored here is deleted; what it has received stays with it.',
    ja: '提供元の仕組みで撤回を伝えたうえで、ページを再読み込みして読み込まないようにします。このサイトに保存された情報は削除されますが、すでに送信された情報は提供元に残ります。',
  },
};

/** For a vendor whose own call stops it in this page. */
export const SILENCED: Withdrawal = {
  kind: 'silenced',
  note: {
    en: 'The vendor stops at its own call, without the page being loaded again. What it stored here is deleted; what it has received stays with it.',
    ja: '提供元の仕組みで停止するため、ページの再読み込みは不要です。このサイトに保存された情報は削除されますが、すでに送信された情報は提供元に残ります。',
  },
};

/** For a frame, which goes with everything in it. */
export const REMOVED: Withdrawal = {
  kind: 'removed',
  note: {
    en: 'Its frame is taken out of the page. Cookies of its own site cannot be deleted from here, and what it has received stays with it.',
    ja: '埋め込み枠をページから取り除きます。提供元のサイトの Cookie はこのサイトから削除できず、すでに送信された情報は提供元に残ります。',
  },
};
