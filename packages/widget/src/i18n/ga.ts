import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Irish texts of the banner. Phrases are verbal nouns (… a úsáid). */
export const banner: BannerTexts = {
  title: 'Do shonraí, do rogha',
  ask: 'Ba mhaith linn {purposes}. Níl aon chuid de sin lódáilte fós.',
  tell: 'Seo a dhéanaimid anseo: {purposes}. Is féidir leat é seo a athrú am ar bith.',
  fresh: 'Tá sé seo nua. ',
  phrase: '{vendors} a úsáid ({purpose})',
  comma: ', ',
  and: ' agus ',
  andPhrase: ' agus ',
  deny: 'Diúltaigh dóibh uile',
  allow: 'Ceadaigh iad uile',
  stop: 'Stop iad uile',
  keep: 'Coinnigh iad uile',
  choose: 'Roghnaigh',
  later: 'Is féidir leat é seo a athrú am ar bith',
  notice: 'Cé a fhaigheann cad',
};

/** Irish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Do shonraí, do rogha',
  intro: 'Roghnaigh de réir cuspóra nó cuideachta. Ní sheoltar aon rud roimh do rogha.',
  introRunning: 'Roghnaigh de réir cuspóra nó cuideachta. Úsáidtear a bhfuil air go dtí go múchfaidh tú é.',
  notice: 'Cé a fhaigheann cad',
  signal:
    'Seolann do bhrabhsálaí Global Privacy Control. Cloímid leis, mar sin fanann sé seo as: {purposes}.',
  comma: ', ',
  always: 'Ar siúl i gcónaí',
  on: 'Air',
  off: 'As',
  provider: 'Faighteoir',
  place: '{provider}, {country}',
  information: 'Faisnéis',
  usedFor: 'Cuspóir',
  storage: 'Stóráiltear',
  policy: 'Beartas príobháideachais',
  deny: 'Diúltaigh dóibh uile',
  save: 'Sábháil roghanna',
  allow: 'Ceadaigh iad uile',
  stop: 'Stop iad uile',
  keep: 'Coinnigh iad uile',
  close: 'Dún gan sábháil',
  decided: 'Cinneadh deireanach: {date}',
  receipt: 'Íoslódáil admháil',
  saved: 'Tá do roghanna sábháilte.',
  unsaved: 'Ní choinníonn do bhrabhsálaí roghanna, mar sin níl siad i bhfeidhm ach ar an leathanach seo.',
  search: 'Cuardaigh cuideachta',
  noMatch: 'Níl cuideachta ar bith den ainm sin ann.',
  history: 'Do chinntí go dtí seo',
  granted: 'Ceadaithe: {purposes}',
  refused: 'Diúltaithe: {purposes}',
  language: 'Teanga',
};

/** Irish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Ábhar ó {vendor}, gan lódáil',
  text: 'Má lódálann tú é seo, faigheann {provider} ({country}): {information}.',
  once: 'Lódáil uair amháin',
  always: 'Ceadaigh {vendor} i gcónaí',
  more: 'Cé a fhaigheann cad',
};

/** Irish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Roghanna príobháideachais',
  doNotSell: 'Ná díol agus ná roinn mo shonraí',
};
