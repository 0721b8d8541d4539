import { writeFile } from 'node:fs/promises';
import { canonicalJson, hashShown, parseReceipt, parseRecord } from '@consentry/receipts';
import { CommandError } from '../command-error.js';
import { openStore, type StorePlace } from '../open-store.js';
import { readJson } from '../read-file.js';
import { say } from '../say.js';
import { type Shown, type ShownFacts, shownPage } from '../shown/shown-page.js';

/** Options of {@link shown}. */
export interface ShownOptions extends StorePlace {
  /** A hash, or the file of a receipt, of a record or of what was shown. */
  readonly of: string;
  readonly out: string;
  /** What was in force, where no record says it. @default "opt-in" */
  readonly regime?: string | undefined;
  /** One JSON object instead of a sentence. @default false */
  readonly json?: boolean;
}

const HASH = /^sha256-[\w-]{43}$/;
const MODELS = ['opt-in', 'opt-out', 'notice'] as const;

/** `consentry shown HASH|FILE -o PAGE.html`: draws what a visitor was shown, to be looked at. */
export async function shown(options: ShownOptions, print: (line: string) => void): Promise<void> {
  const { of, out } = options;
  const { hash, model, text } = HASH.test(of)
    ? { hash: of, model: undefined, text: undefined }
    : await readNamed(of);
  const regime = options.regime ?? model ?? 'opt-in';
  if (!isModel(regime)) throw new CommandError(`--regime: is "${regime}"; expected ${MODELS.join(', ')}.`, 2);
  const kept = text ?? (await find(hash, options));
  await writeFile(out, await shownPage(await parse(kept, hash), { hash, model: regime }));
  say(print, options.json ?? false, { file: out, hash, regime }, [`${out}: what ${hash} stands for.`]);
}

/** The hash that a file names, or that it has. */
async function readNamed(file: string) {
  const content = await readJson(file);
  const receipt = parseReceipt(content);
  const record = 'receipt' in receipt ? receipt : parseRecord(content);
  const found = 'receipt' in record ? record.receipt.record : 'record' in record ? record.record : undefined;
  if (found) {
    const { hash } = found.notice;
    if (!hash) throw new CommandError(`${file}: nothing of ours was shown for this decision.`, 1);
    return { hash, model: found.regime, text: undefined };
  }
  if (typeof content !== 'object' || content === null || !('face' in content))
    throw new CommandError(`${file}: is no receipt, no record, and nothing that was shown.`, 2);
  return { hash: await hashShown(content), model: undefined, text: canonicalJson(content) };
}

async function find(hash: string, place: StorePlace): Promise<string> {
  const store = await openStore(place);
  try {
    const text = await store.getShown(hash);
    if (text === undefined) throw new CommandError(`${hash}: the store does not have it.`, 1);
    return text;
  } finally {
    await store.close();
  }
}

/** What is kept is what the hash says, or it is not believed. */
async function parse(text: string, hash: string): Promise<Shown> {
  const content: unknown = JSON.parse(text);
  if ((await hashShown(content)) !== hash)
    throw new CommandError(`${hash}: what is kept under it has another hash.`, 1);
  const { face } = content as Partial<Shown>;
  if (face !== 'banner' && face !== 'preferences' && face !== 'embeds')
    throw new CommandError(`${hash}: is not of a compiled build, so its look is not known.`, 1);
  return content as Shown;
}

const isModel = (model: string): model is ShownFacts['model'] =>
  (MODELS as readonly string[]).includes(model);
