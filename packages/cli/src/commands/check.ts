import { diffNotice, formatFinding, lintNotice, lintRegime, noticeFacts } from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import { connectorCapabilities } from '@consentry/receipts-server';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';
import { RECORD_NAME, readRecord } from '../notice/read-facts.js';

/**
 * `consentry check FILE`: says what is wrong with a config and its notice document, or what they are made of, and what laws
 * and good practice ask of the notice. With `strict` it ends with 1 when such a warning is not acknowledged.
 */
export async function check(
  file: string,
  print: (line: string) => void,
  strict = false,
  environment?: string,
): Promise<void> {
  const catalogue = await loadCatalogue();
  const site = await readSite(file, catalogue, environment);
  const { config, document } = site;
  const vendors = Object.values(config.vendors).filter(({ enabled }) => enabled !== false).length;
  const off = Object.keys(config.vendors).length - vendors;
  print(
    `${file} is right: ${count(Object.keys(config.purposes).length, 'purpose')}, ${count(vendors, 'vendor')}${off ? ` (${off} off)` : ''}, languages ${config.languages.join(', ')}.`,
  );
  for (const [id, { service = id, purposes }] of Object.entries(config.connectors ?? {}))
    print(`Connector ${id} carries ${Object.keys(purposes).join(', ')}; ${describeService(service)}.`);
  const { model = STRICTEST.model, byPlace } = config.regime ?? {};
  if (byPlace) print('Rules by place: see docs/regimes.md, and consentry explain for one visitor.');
  if ((byPlace || model !== 'opt-in') && config.connectors)
    print(
      `Note: under ${byPlace ? 'rules that let purposes run unasked' : `"${model}"`} switches start on, so saving the preferences grants what happens in mails too.`,
    );
  const carried = Object.values(config.connectors ?? {}).flatMap(({ purposes }) => Object.keys(purposes));
  for (const [id, { channel }] of Object.entries(config.purposes))
    if (channel === 'email' && !carried.includes(id))
      print(
        `Note: purposes.${id} happens in mails, and no connector carries it: it is asked and recorded only.`,
      );
  for (const { path, says, code } of lintRegime(config, catalogue))
    print(`Warning: ${path}: ${says}. [${code}]`);
  const record = await readRecord(file);
  const diff = record && diffNotice(record, noticeFacts(config, document, catalogue));
  if (diff?.raiseVersion) {
    const material = diff.changes.filter(({ weight }) => weight === 'material').map(({ path }) => path);
    print(
      `Warning: notice.version: not raised, and visitors are to be asked again since ${RECORD_NAME} (${material.slice(0, 3).join(', ') || 'any change'}). [version]`,
    );
  }
  const stale = diff?.raiseVersion ? 1 : 0;
  if (!document) return endStrictly(strict, stale);
  print(`Notice ${document.id}, version ${document.version}, languages ${document.languages.join(', ')}.`);
  const findings = lintNotice(document, config, catalogue);
  for (const finding of findings) print(`Warning: ${formatFinding(finding)}`);
  endStrictly(strict, stale + findings.filter(({ acknowledged }) => !acknowledged).length);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function endStrictly(strict: boolean, open: number): void {
  if (strict && open > 0)
    throw new CommandError(`${open} ${open === 1 ? 'warning is' : 'warnings are'} not acknowledged.`, 1);
}

/** What a service can be told about the watching of mails, where owners most often expect more than there is. */
function describeService(service: string): string {
  const { openTracking } = connectorCapabilities[service as keyof typeof connectorCapabilities];
  if (openTracking === 'receiver') return 'what becomes of it is up to the receiver';
  return openTracking === 'per-person'
    ? 'open and click tracking can be set for each person'
    : 'open and click tracking cannot be set for each person';
}
