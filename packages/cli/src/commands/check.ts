import { formatFinding, lintNotice, lintRegime } from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import { connectorCapabilities } from '@consentry/receipts-server';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';

/**
 * `consentry check FILE`: says what is wrong with a config and its notice document, or what they are made of, and what laws
 * and good practice ask of the notice. With `strict` it ends with 1 when such a warning is not acknowledged.
 */
export async function check(file: string, print: (line: string) => void, strict = false): Promise<void> {
  const catalogue = await loadCatalogue();
  const site = await readSite(file, catalogue);
  const { config, document } = site;
  const vendors = Object.values(config.vendors).filter(({ enabled }) => enabled !== false).length;
  const off = Object.keys(config.vendors).length - vendors;
  print(
    `${file} is right: ${Object.keys(config.purposes).length} purposes, ${vendors} vendors${off ? ` (${off} off)` : ''}, languages ${config.languages.join(', ')}.`,
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
  if (!document) return;
  print(`Notice ${document.id}, version ${document.version}, languages ${document.languages.join(', ')}.`);
  const findings = lintNotice(document, config, catalogue);
  for (const finding of findings) print(`Warning: ${formatFinding(finding)}`);
  const open = findings.filter(({ acknowledged }) => !acknowledged).length;
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
