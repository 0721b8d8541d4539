/** The site of the sequences; each host below `localhost` is a visitor of its own. */
export function startSequencesSite(): Promise<{
  port: number;
  url(visitor: string): string;
  close(): void;
}>;
