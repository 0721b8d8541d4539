import type { AdapterCatalogue } from '../catalogue.js';
import type { ConfigText, ConsentryConfig } from '../schema.js';
import { ofTransfer } from './lint-recipients.js';
import type { Miss } from './lint-rules.js';
import { type NoticeTool, noticeTools } from './notice-tools.js';
import type { NoticeDocument } from './schema-notice.js';

/** What is not told of the tools, which are the config's vendors. */
export function lintTools(
  document: NoticeDocument,
  config: ConsentryConfig,
  catalogue: AdapterCatalogue,
): Miss[] {
  const tools = noticeTools(config, catalogue);
  return [
    ...unlisted(document, tools),
    ...tools
      .filter(({ transmission }) => transmission === 'told')
      .flatMap((tool) => ofTool(tool, config, catalogue)),
  ];
}

function unlisted(document: NoticeDocument, tools: readonly NoticeTool[]): Miss[] {
  const { cookies, acquisition = [], mailMeasurement, personalRelated } = document;
  const misses: Miss[] = [];
  const automatic = acquisition.findIndex(({ origin }) => origin === 'automatic');
  const received = personalRelated?.received?.kind === 'entries';
  if (tools.length === 0 && (cookies || automatic >= 0 || received))
    misses.push({
      code: 'tools-listed',
      path: 'config:vendors',
      found: `no vendor, though ${cookies ? 'cookies are' : automatic >= 0 ? 'automatic acquisition is' : 'information from others is'} described`,
    });
  if (mailMeasurement && !tools.some(({ channel }) => channel === 'email'))
    misses.push({
      code: 'tools-listed',
      path: 'config:vendors',
      found: 'no vendor of "channel": "email", though measuring mails is described',
    });
  return misses;
}

function ofTool(tool: NoticeTool, config: ConsentryConfig, catalogue: AdapterCatalogue): Miss[] {
  const path = `config:vendors.${tool.id}`;
  const { adapter = tool.id } = config.vendors[tool.id] ?? {};
  // A tool described by hand is known by its name.
  const named = Object.values(catalogue).find(({ name }) => name.en && name.en === english(tool.name));
  const known = (adapter === false ? undefined : catalogue[adapter]?.provider.en) ?? named?.provider.en;
  const provider = english(tool.provider);
  return [
    ...(tool.recipientUse
      ? []
      : [{ code: 'tool-recipient-use', path: `${path}.recipientUse`, found: 'not stated' } as const]),
    ...(tool.country
      ? []
      : [{ code: 'tool-country', path: `${path}.country`, found: 'not stated' } as const]),
    ...(tool.optOut ? [] : [{ code: 'tool-opt-out', path: `${path}.optOut`, found: 'not stated' } as const]),
    ...(tool.policyUrl
      ? []
      : [{ code: 'tool-policy', path: `${path}.policyUrl`, found: 'not stated' } as const]),
    ...(known && provider && provider !== known
      ? [
          {
            code: 'tool-provider',
            path: `${path}.provider`,
            found: `"${provider}", where the adapter knows "${known}"`,
          } as const,
        ]
      : []),
    ...(tool.transfer ? ofTransfer(`${path}.transfer`, tool.transfer) : []),
  ];
}

function english(text: ConfigText): string | undefined {
  return typeof text === 'string' ? text : text.en;
}
