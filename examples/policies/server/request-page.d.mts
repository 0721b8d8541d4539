export function waysOf(document: object): string[];
export function requestMain(of: {
  site: string;
  language: string;
  document: object;
  privacy: string;
  rights: readonly { id: string; name: string }[];
}): unknown;
