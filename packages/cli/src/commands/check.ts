import {
  type ConsentryConfig,
  diffNotice,
  formatFinding,
  lintHosts,
  lintNotice,
  lintRegime,
  type NoticeFacts,
  noticeFacts,
} from '@consentry/config';
import { STRICTEST } from '@consentry/core';
import { connectorCapabilities } from '@consentry/receipts-server';
import { loadCatalogue } from '../adapter-catalogue.js';
import { CommandError } from '../command-error.js';
import { readSite } from '../config-file.js';
import { RECORD_NAME, readRecord } from '../notice/read-facts.js';
import { say } from '../say.js';

/** Options of {@link check}. */
export interface CheckOptions {
  /** Warnings that nobody has acknowledged fail. @default false */
  readonly strict?: boolean | undefined;
  /** Lays `consentry.<environment>.json` over the config. */
  readonly environment?: string | undefined;
  /** One JSON object instead of lines. @default false */
  readonly json?: boolean;
}

/** Something that is right and may still not be wanted. */
interface Warning {
  readonly code: string;
  readonly path?: string;
  readonly acknowledged: boolean;
  /** The whole of it, for people. */
  readonly says: string;
}

/**
 * `consentry check FILE`: says what is wrong with a config and its notice document, or what they are made of, and what laws
 * and good practice ask of the notice. With `strict` it ends with 1 when such a warning is not acknowledged.
 */
export async function check(
  file: string,
  print: (line: string) => void,
  { strict = false, environment, json = false }: CheckOptions = {},
): Promise<void> {
  const catalogue = await loadCatalogue();
  const site = await readSite(file, catalogue, environment);
  const { config, document } = site;
  const vendors = Object.values(config.vendors).filter(({ enabled }) => enabled !== false).length;
  const off = Object.keys(config.vendors).length - vendors;
  const purposes = Object.keys(config.purposes).length;
  const about = notesOn(config);
  const regime = lintRegime(config, catalogue).map(
    ({ path, says, code, acknowledged }): Warning => ({
      ...{ code, path, acknowledged },
      says: `${path}: ${says}. [${code}${acknowledged ? ', acknowledged' : ''}]`,
    }),
  );
  const hosts = lintHosts(config, catalogue).map(
    ({ path, says }): Warning => ({
      ...{ code: 'host-unknown', path, acknowledged: false },
      says: `${path}: ${says}. [host-unknown]`,
    }),
  );
  const ofConfig = [...regime, ...hosts];
  const stale = await versionWarnings(file, noticeFacts(config, document, catalogue));
  const notice = (document ? lintNotice(document, config, catalogue) : []).map(
    (finding): Warning => ({
      ...{ code: finding.code, acknowledged: finding.acknowledged },
      says: formatFinding(finding),
    }),
  );
  const { languages } = config;
  const warn = ({ says }: Warning) => `Warning: ${says}`;
  say(
    print,
    json,
    {
      ...{ file, right: true, purposes, vendors, off, languages, notes: about },
      ...(document ? { notice: { id: document.id, version: document.version } } : {}),
      warnings: [...ofConfig, ...stale, ...notice],
    },
    [
      `${file} is right: ${count(purposes, 'purpose')}, ${count(vendors, 'vendor')}${off ? ` (${off} off)` : ''}, languages ${languages.join(', ')}.`,
      ...about,
      ...[...ofConfig, ...stale].map(warn),
      ...(document
        ? [`Notice ${document.id}, version ${document.version}, languages ${document.languages.join(', ')}.`]
        : []),
      ...notice.map(warn),
    ],
  );
  const open = [...ofConfig, ...stale, ...notice].filter(({ acknowledged }) => !acknowledged).length;
  if (strict && open > 0)
    throw new CommandError(`${open} ${open === 1 ? 'warning is' : 'warnings are'} not acknowledged.`, 1);
}

/** What owners most often expect otherwise. */
function notesOn({ connectors = {}, regime, purposes }: ConsentryConfig): string[] {
  const { model = STRICTEST.model, byPlace } = regime ?? {};
  const carried = Object.values(connectors).flatMap((connector) => Object.keys(connector.purposes));
  const hasConnectors = Object.keys(connectors).length > 0;
  return [
    ...Object.entries(connectors).map(
      ([id, { service = id, purposes: carries }]) =>
        `Connector ${id} carries ${Object.keys(carries).join(', ')}; ${describeService(service)}.`,
    ),
    ...(byPlace ? ['Rules by place: see docs/regimes.md, and consentry explain for one visitor.'] : []),
    ...((byPlace || model !== 'opt-in') && hasConnectors
      ? [
          `Note: under ${byPlace ? 'rules that let purposes run unasked' : `"${model}"`} switches start on, so saving the preferences grants what happens in mails too.`,
        ]
      : []),
    ...Object.entries(purposes).flatMap(([id, { channel }]) =>
      channel === 'email' && !carried.includes(id)
        ? [
            `Note: purposes.${id} happens in mails, and no connector carries it: it is asked and recorded only.`,
          ]
        : [],
    ),
  ];
}

/** Whether what was recorded last makes it necessary to ask visitors again. */
async function versionWarnings(file: string, facts: NoticeFacts): Promise<Warning[]> {
  const record = await readRecord(file);
  const diff = record && diffNotice(record, facts);
  if (!diff?.raiseVersion) return [];
  const material = diff.changes.filter(({ weight }) => weight === 'material').map(({ path }) => path);
  const why = material.slice(0, 3).join(', ') || 'any change';
  return [
    {
      ...{ code: 'version', path: 'notice.version', acknowledged: false },
      says: `notice.version: not raised, and visitors are to be asked again since ${RECORD_NAME} (${why}). [version]`,
    },
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What a service can be told about the watching of mails, where owners most often expect more than there is. */
function describeService(service: string): string {
  const { openTracking } = connectorCapabilities[service as keyof typeof connectorCapabilities];
  if (openTracking === 'receiver') return 'what becomes of it is up to the receiver';
  return openTracking === 'per-person'
    ? 'open and click tracking can be set for each person'
    : 'open and click tracking cannot be set for each person';
}
