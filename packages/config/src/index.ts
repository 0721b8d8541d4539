export type { AdapterCatalogue, AdapterEntry, LocalText, OptionsSchema } from './catalogue.js';
export { type CheckResult, checkConfig } from './check-config.js';
export { composeSchema } from './compose-schema.js';
export { carriedBy } from './connector-rules.js';
export { mergePatch } from './files/merge-patch.js';
export { type Format, formatOf, type Place, type SourceText } from './files/source.js';
export { type HostFinding, lintHosts } from './lint-hosts.js';
export { pageConfig } from './mail-vendors.js';
export { checkNotice, type NoticeResult, noticeSchema } from './notice/check-notice.js';
export { diffNotice, type NoticeChange, type NoticeDiff } from './notice/diff-notice.js';
export { formatFinding, lintNotice, type NoticeFinding } from './notice/lint-notice.js';
export { NOTICE_RULES, type NoticeRule, type NoticeRuleCode, type RuleSource } from './notice/lint-rules.js';
export { type NoticeFacts, noticeFacts } from './notice/notice-facts.js';
export { NOTICE_LANGUAGES } from './notice/notice-references.js';
export { type NoticeTool, noticeTools } from './notice/notice-tools.js';
export { type NoticeParseResult, parseNotice } from './notice/parse-notice.js';
export type { NoticeDocument } from './notice/schema-notice.js';
export { subdivisionName } from './notice/subdivision-name.js';
export {
  type ParseOptions,
  type ParseResult,
  type PlacedProblem,
  parseConfig,
} from './parse-config.js';
export { formatProblem, type Problem, withSuggestion } from './problem.js';
export {
  compilePlaces,
  longestDays,
  type PlaceRules,
  withStrictestRule,
} from './regimes/compile-places.js';
export { lintRegime, type RegimeFinding } from './regimes/lint-regime.js';
export { isPlace, placeName } from './regimes/place-codes.js';
export {
  type Confidence,
  PLACE_GROUPS,
  REGIME_TABLE,
  type RegimeRow,
  type RegimeSource,
  TIME_ZONES,
} from './regimes/regime-table.js';
export { type RegimeConfig, type RuleAtPlace, ruleAt } from './regimes/rule-at.js';
export type { ConfigText, ConsentryConfig, PurposeConfig, VendorConfig } from './schema.js';
export type { ConnectorConfig } from './schema-connectors.js';
