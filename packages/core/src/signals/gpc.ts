/**
 * Whether the browser asks not to be sold or shared (Global Privacy Control).
 * Only `true` counts: absent means the browser says nothing. https://www.w3.org/TR/gpc/
 */
export function readGpc(navigator: unknown): boolean {
  return (navigator as { globalPrivacyControl?: unknown } | undefined)?.globalPrivacyControl === true;
}
