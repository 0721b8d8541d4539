/** What the third party serves at any path, by its ending: real bytes, so that browsers take them. */
export function resourceFor(
  pathname: string,
  ranUrl: string,
  /** The same address on the third party's own host. */
  ranHere: string,
): { type: string; body: string | Buffer } {
  // Code that runs tells the site's server, which works in every realm that has fetch. In frames without an address of
  // their own, Firefox holds a keepalive against a policy whose 'self' is the site, and WebKit whatever is fetched.
  const code = `try { const tell = (to, keepalive) => fetch(to, { mode: 'no-cors', keepalive });
    tell(${JSON.stringify(ranUrl)}, true).catch(() => tell(${JSON.stringify(ranUrl)})).catch(() => tell(${JSON.stringify(ranHere)})).catch(() => {}); } catch {}`;
  const ending = pathname.slice(pathname.lastIndexOf('.') + 1);
  switch (ending) {
    case 'js':
    case 'mjs':
      return { type: 'text/javascript; charset=utf-8', body: code };
    case 'html':
      return {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><title>Third party</title><script>${code}</script>`,
      };
    case 'css':
      return { type: 'text/css', body: ':root { --third-party: loaded }' };
    case 'gif':
      return { type: 'image/gif', body: GIF };
    case 'svg':
      return {
        type: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a"><rect width="9" height="9"/></g></svg>',
      };
    case 'wav':
      return { type: 'audio/wav', body: WAV };
    case 'vtt':
      return { type: 'text/vtt', body: 'WEBVTT\n' };
    case 'woff2':
      return { type: 'font/woff2', body: Buffer.from('wOF2') };
    case 'xml':
      return { type: 'application/xml', body: '<?xml version="1.0"?><root/>' };
    case 'xsl':
      return {
        type: 'text/xsl',
        body: '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>',
      };
    case 'webmanifest':
      return { type: 'application/manifest+json', body: '{"name":"Third party","icons":[]}' };
    default:
      return { type: 'application/json', body: '{}' };
  }
}

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A twentieth of a second of silence. */
const WAV = (() => {
  const samples = 400;
  const wav = Buffer.alloc(44 + samples, 0x80);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples, 40);
  return wav;
})();
