/** Ends a command with a message for its user and an exit code: 1 for what was checked, 2 for how it was called. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
    /** The same for programs, beside message and exit code. */
    readonly details: object = {},
  ) {
    super(message);
    this.name = 'CommandError';
  }
}
