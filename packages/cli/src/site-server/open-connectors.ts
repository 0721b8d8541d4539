import type { ConsentryConfig } from '@consentry/config';
import { type Connector, createConnectors, ReceiptsServerError } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';

/** The connectors of a config. Throws a {@link CommandError} that names the variable whose secret is missing. */
export function openConnectors(
  { connectors = {} }: ConsentryConfig,
  env: Readonly<Record<string, string | undefined>>,
): Connector[] {
  try {
    return createConnectors(connectors, env);
  } catch (error) {
    if (error instanceof ReceiptsServerError) throw new CommandError(error.message, 1);
    throw error;
  }
}
