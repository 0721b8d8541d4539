import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Catalan texts of the banner. Phrases are infinitives. */
export const banner: BannerTexts = {
  title: 'Les vostres dades, la vostra tria',
  ask: 'Ens agradaria {purposes}. Encara no se n’ha carregat res.',
  tell: 'Això és el que fem aquí: {purposes}. Ho podeu canviar quan vulgueu.',
  fresh: 'Això és nou. ',
  phrase: 'utilitzar {vendors} ({purpose})',
  comma: ', ',
  and: ' i ',
  andPhrase: ' i ',
  deny: 'Rebutja-ho tot',
  allow: 'Permet-ho tot',
  stop: 'Atura-ho tot',
  keep: 'Mantén-ho tot',
  choose: 'Tria',
  later: 'Ho podeu canviar quan vulgueu',
  notice: 'Qui rep què',
};

/** Catalan texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Les vostres dades, la vostra tria',
  intro: 'Trieu per finalitat o per empresa. No s’envia res abans que trieu.',
  introRunning: 'Trieu per finalitat o per empresa. El que és actiu s’utilitza fins que ho desactiveu.',
  notice: 'Qui rep què',
  signal: 'El vostre navegador envia Global Privacy Control. Ho respectem; continua desactivat: {purposes}.',
  comma: ', ',
  always: 'Sempre actiu',
  on: 'Actiu',
  off: 'Desactivat',
  provider: 'Destinatari',
  place: '{provider}, {country}',
  information: 'Dades',
  usedFor: 'Finalitat',
  storage: 'Emmagatzema',
  policy: 'Política de privadesa',
  deny: 'Rebutja-ho tot',
  save: 'Desa la tria',
  allow: 'Permet-ho tot',
  stop: 'Atura-ho tot',
  keep: 'Mantén-ho tot',
  close: 'Tanca sense desar',
  decided: 'Última decisió: {date}',
  receipt: 'Baixa el comprovant',
  saved: 'La vostra tria s’ha desat.',
  unsaved: 'El vostre navegador no desa la tria: només val en aquesta pàgina.',
  search: 'Cerca una empresa',
  noMatch: 'Cap empresa no té aquest nom.',
  history: 'Les vostres decisions fins ara',
  granted: 'Permès: {purposes}',
  refused: 'Rebutjat: {purposes}',
  language: 'Llengua',
};

/** Catalan texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Contingut de {vendor}, no carregat',
  text: 'Si ho carregueu, {provider} ({country}) rep: {information}.',
  once: 'Carrega-ho un cop',
  always: 'Permet sempre {vendor}',
  more: 'Qui rep què',
};

/** Catalan texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Opcions de privadesa',
  doNotSell: 'No vengueu ni compartiu les meves dades',
};
