import { readFileSync } from 'node:fs';
import { type ConsentryConfig, checkConfig, checkNotice, lintNotice } from '@consentry/config';
import { beforeAll, describe, expect, it } from 'vitest';
import { rightNames, takeMain, takeSection } from '../../examples/policies/server/notice-part.mjs';
import { requestMain } from '../../examples/policies/server/request-page.mjs';
import { type Catalogue, loadCatalogue } from '../../packages/cli/src/adapter-catalogue.js';
import { noticeFiles } from '../../packages/cli/src/notice/notice-files.js';
import { escapeHtml } from '../../packages/cli/src/notice/to-html.js';
import { ROWS, readTable, textsAt } from '../support/policy-tables.js';

const SITES = ['ai-robotics', 'appscloud', 'mecara', 'omakase', 'globalsign'] as const;
type Site = (typeof SITES)[number];
const LANGUAGES = ['ja', 'en'] as const;
const read = (site: Site, file: string) =>
  readFileSync(new URL(`../../examples/policies/${site}/${file}`, import.meta.url), 'utf8');

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});

function open(site: Site) {
  const config = checkConfig(JSON.parse(read(site, 'consentry.json')), catalogue).config as ConsentryConfig;
  const result = checkNotice(JSON.parse(read(site, 'notice.json')), config);
  expect(result.problems).toBeUndefined();
  return { config, document: result.document as NonNullable<typeof result.document> };
}

/** Main parts of the pages of a site, the request page among them, by name and language. */
function pagesOf(site: Site): Map<string, string> {
  const { config, document } = open(site);
  const pages = new Map(
    noticeFiles({ config, document }, catalogue)
      .filter(({ name }) => name.endsWith('.html'))
      .map(({ name, content }) => [name, takeMain(content).main]),
  );
  for (const language of LANGUAGES) {
    const privacy = pages.get(`privacy.${language}.html`) ?? '';
    const names = rightNames(takeSection(privacy, 'requests'));
    const rights = (document.requests?.rights ?? []).map((id, i) => ({ id, name: names[i] ?? '' }));
    expect(rights.every(({ name }) => name)).toBe(true);
    pages.set(`request.${language}.html`, String(requestMain({ site, language, document, privacy, rights })));
  }
  return pages;
}

/** What seeds of these texts are known to lack, by the code of the finding; each is one of the comparison's. */
const FINDINGS: Record<Site, readonly string[]> = {
  // Joint-use manager without address; controller without address and representative; no security measures; no date.
  'ai-robotics': ['joint-use-manager', 'controller', 'security', 'date'],
  // Old article numbers; passwords in cookies; "any other purpose".
  appscloud: ['old-articles', 'credentials-acquired', 'purpose-open'],
  // Allows and denies provision; tools named by technology only; abroad without country; opt-out items of 2022.
  mecara: ['processed-contradiction', 'tools-listed', 'transfer-country', 'opt-out-items'],
  // Tools without recipient's purpose, country, opt-out; old names; kinds only; promised countries; reasons; changes; refusals.
  omakase: [
    ...['tool-recipient-use', 'tool-country', 'tool-opt-out', 'tool-provider', 'recipient-named'],
    ...['transfer-promised', 'reasons', 'changes-announced', 'refusal-ends-service'],
  ],
  // Measures by link; manager without address; collation without consent; tools not listed.
  globalsign: ['measures-by-link', 'joint-use-manager', 'personal-related-consent', 'tools-listed'],
};

describe.each(SITES)('the policy %s', (site) => {
  it('has a place for every row of the comparison', () => {
    expect(readTable(read(site, 'README.md')).map(({ row }) => row)).toEqual(ROWS);
  });

  it('has in its data what the table says, and shows it in both languages under the headings that it names', () => {
    const { config, document } = open(site);
    const pages = pagesOf(site);
    for (const { row, data, places } of readTable(read(site, 'README.md'))) {
      expect(data.length * places.length, row).toBeGreaterThan(0);
      for (const language of LANGUAGES) {
        const sections = places.map(({ page, id, headings }) => {
          const main = pages.get(`${page}.${language}.html`) ?? '';
          expect(main, `${row}: ${page}#${id} in ${language}`).toContain(
            ` id="${id}">${escapeHtml(headings[language])}</h`,
          );
          return takeSection(main, id);
        });
        for (const path of data) {
          const texts = textsAt({ config, document }, path, language);
          expect(texts, `${row}: ${path}`).toBeDefined();
          for (const text of texts ?? [])
            expect(sections.join('\n'), `${row}: ${path} in ${language}`).toContain(escapeHtml(text));
        }
      }
    }
  });

  it('is found to lack what its text is known to lack, the stand-ins left out', () => {
    const { config, document } = open(site);
    const ofText = Object.entries(config.vendors).filter(([, { adapter }]) => adapter !== 'tag');
    const published = { ...config, vendors: Object.fromEntries(ofText) };
    const found = new Set(lintNotice(document, published, catalogue).map(({ code }) => code as string));
    expect(FINDINGS[site].filter((code) => !found.has(code))).toEqual([]);
    // The rules are not of a sort that finds everything everywhere.
    expect(found.size).toBeLessThan(15);
  });
});

it('finds what one policy lacks in no other that has it', () => {
  const codesOf = (site: Site) => {
    const { config, document } = open(site);
    return new Set(lintNotice(document, config, catalogue).map(({ code }) => code as string));
  };
  // Each of these is a fault of one or two texts; the rest state it well.
  expect(SITES.filter((site) => codesOf(site).has('old-articles'))).toEqual(['appscloud']);
  expect(SITES.filter((site) => codesOf(site).has('processed-contradiction'))).toEqual(['mecara']);
  expect(SITES.filter((site) => codesOf(site).has('reasons'))).toEqual(['omakase']);
  expect(SITES.filter((site) => codesOf(site).has('purpose-open'))).toEqual(['appscloud', 'globalsign']);
  expect(SITES.filter((site) => codesOf(site).has('credentials-acquired'))).toEqual(['appscloud']);
  expect(SITES.filter((site) => codesOf(site).has('measures-by-link'))).toEqual(['globalsign']);
  expect(SITES.filter((site) => codesOf(site).has('date'))).toEqual(['ai-robotics', 'mecara', 'omakase']);
});
