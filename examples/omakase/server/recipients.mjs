// Who receives what: the table of the privacy page, from the same config and the same vendor descriptions as
// the banner and the preferences, read when the page is asked for. It cannot say anything else than they do.
import { compilePreferences } from '@consentry/browser/compile-shown';
import { loadCatalogue, readConfigFile } from '@consentry/cli';
import * as en from '@consentry/widget/i18n/en';
import * as ja from '@consentry/widget/i18n/ja';
import { html } from 'hono/html';

const TEXTS = { ja: ja.preferences, en: en.preferences };
const WORDS = {
  ja: {
    caption: 'このサイトが外部へ送信する情報',
    heads: ['ツール', '提供先', '送信する情報', '利用目的', '止めるには'],
    unknown: '国の記載なし',
    stored: '保存されるもの：',
    stop: '選択を変更',
    policy: 'プライバシーポリシー',
  },
  en: {
    caption: 'What this site sends to others',
    heads: ['Tool', 'Provider', 'Information', 'Purpose of use', 'To stop it'],
    unknown: 'Country not stated',
    stored: 'Stored: ',
    stop: 'Change my choice',
    policy: 'Privacy policy',
  },
};

/** A reader of the config file that keeps the last state without mistakes while somebody is editing. */
export async function createRecipients(configFile) {
  const catalogue = await loadCatalogue();
  let config = await readConfigFile(configFile, catalogue);

  /** The rows in one language, as the preferences have them. */
  async function vendors(language) {
    config = await readConfigFile(configFile, catalogue).catch(() => config);
    const { purposes, vendors } = compilePreferences(config, catalogue, language, TEXTS[language]);
    const label = (id) => purposes.find((purpose) => purpose.id === id)?.label ?? id;
    return vendors.map((vendor) => ({ ...vendor, labels: vendor.purposes.map(label) }));
  }

  return {
    /** Version of the notice. */
    version: () => config.notice?.version ?? 1,
    async table(language) {
      const words = WORDS[language];
      const rows = (await vendors(language)).map(
        (vendor) => html`<tr>
  <th scope="row" data-head="${words.heads[0]}">${vendor.name}</th>
  <td data-head="${words.heads[1]}">${vendor.provider}<small>${vendor.country || words.unknown}</small></td>
  <td data-head="${words.heads[2]}">${vendor.information}${vendor.storage ? html`<small>${words.stored}${vendor.storage}</small>` : ''}</td>
  <td data-head="${words.heads[3]}">${vendor.usedFor}<small>${vendor.labels.join(language === 'ja' ? '、' : ', ')}</small></td>
  <td data-head="${words.heads[4]}"><button class="link" type="button" data-consentry-open="preferences" aria-label="${words.stop}: ${vendor.name}">${words.stop}</button>${
    vendor.policyUrl
      ? html`<a href="${vendor.policyUrl}" rel="noreferrer" aria-label="${words.policy}: ${vendor.name}">${words.policy}</a>`
      : ''
  }</td>
</tr>`,
      );
      return html`<table class="recipients">
<caption>${words.caption}</caption>
<thead><tr>${words.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
    },
  };
}
