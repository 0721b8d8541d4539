/** A kept text of what was shown: how it looks is part of it. */
interface Shown {
  readonly face?: unknown;
  readonly appearance?: Readonly<Record<string, unknown>>;
}

/**
 * A short name of how something looked, e.g. `"bar top ink"`: what has one name looks alike, whatever it says and in
 * whatever language. Without the text it is the beginning of the hash.
 */
export function layoutName(hash: string, text: string | undefined): string {
  if (hash === '') return '';
  try {
    const { face, appearance } = JSON.parse(text ?? '') as Shown;
    if (face !== 'banner' && typeof face === 'string') return face;
    const {
      layout = 'box',
      position = layout === 'bar' ? 'bottom' : 'bottom-end',
      theme = 'ink',
      ...own
    } = appearance ?? {};
    // Colours, corners and fonts of one's own have no names.
    const more = Object.keys(own).length > 0 ? [`+${checksum(JSON.stringify(own))}`] : [];
    const words = layout === 'modal' ? [layout, theme] : [layout, position, theme];
    return [...words, ...more].join(' ').slice(0, 60);
  } catch {
    return hash.slice('sha256-'.length, 'sha256-'.length + 8);
  }
}

/** Four letters that tell texts apart. */
function checksum(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 1_679_616;
  return sum.toString(36).padStart(4, '0');
}
