import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rotateSigningKey } from '@consentry/receipts-server';
import { CommandError } from '../command-error.js';
import { say } from '../say.js';

/** `consentry keys rotate --data DIR`: a new signing key; the public half of the old one stays published. */
export async function rotateKeys(data: string, print: (line: string) => void, json = false): Promise<void> {
  const file = join(data, 'signing-key.json');
  if (!existsSync(file))
    throw new CommandError(`${file}: there is no such file. Name its folder with --data.`, 2);
  const { keyId, previous } = await rotateSigningKey(file, join(data, 'previous-keys.json'));
  say(print, json, { keyId, previous }, [
    `From its next start the server signs with ${keyId}.`,
    `${previous} stays published, so that what it signed can still be verified.`,
  ]);
}
