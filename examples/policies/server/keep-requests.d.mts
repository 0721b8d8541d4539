interface Request {
  readonly right: string;
  readonly name: string;
  readonly email: string;
  readonly message: string;
}
export function openRequests(of: {
  file: string;
  mostAnHour?: number;
  now?: () => Date;
  newId?: () => string;
}): {
  keep(request: Request): Promise<string | undefined>;
  list(): Promise<(Request & { readonly id: string; readonly at: string })[]>;
};
export function checkRequest(
  form: object,
  rights: readonly string[],
): { readonly request: Request; readonly wrong: readonly string[] };
