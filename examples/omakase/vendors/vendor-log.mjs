// What reached the stand-in vendors: the only thing that counts in a demo of withholding.

/** Remembers requests, newest last, and tells apart which site sent them by Origin or Referer. */
export function createVendorLog(limit = 5000) {
  const entries = [];
  return {
    /** Notes a request; `what` says in a word what it was, `detail` what it carried. */
    note(vendor, request, what, detail = {}) {
      const from = request.headers.get('origin') ?? request.headers.get('referer') ?? '';
      entries.push({ time: new Date().toISOString(), vendor, site: hostOf(from), what, ...detail });
      if (entries.length > limit) entries.shift();
    },
    /** The requests that pages of `site` (a host, or all) have sent. */
    list: (site) => (site ? entries.filter((entry) => entry.site === site) : entries),
  };
}

function hostOf(url) {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}
