import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Portuguese texts of the banner. Phrases are infinitives. */
export const banner: BannerTexts = {
  title: 'Os seus dados, a sua escolha',
  ask: 'Gostaríamos de {purposes}. Ainda nada disto foi carregado.',
  tell: 'É isto que fazemos aqui: {purposes}. Pode alterá-lo a qualquer momento.',
  fresh: 'Isto é novo. ',
  phrase: 'utilizar {vendors} ({purpose})',
  comma: ', ',
  and: ' e ',
  andPhrase: ' e ',
  deny: 'Recusar tudo',
  allow: 'Permitir tudo',
  stop: 'Parar tudo',
  keep: 'Manter tudo',
  choose: 'Escolher',
  later: 'Pode alterá-lo a qualquer momento',
  notice: 'Quem recebe o quê',
};

/** Portuguese texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Os seus dados, a sua escolha',
  intro: 'Escolha por finalidade ou por empresa. Nada é enviado antes da sua escolha.',
  introRunning: 'Escolha por finalidade ou por empresa. O que está ativo é utilizado até o desativar.',
  notice: 'Quem recebe o quê',
  signal:
    'O seu navegador envia Global Privacy Control. Respeitamo-lo, por isso continua desativado: {purposes}.',
  comma: ', ',
  always: 'Sempre ativo',
  on: 'Ativo',
  off: 'Desativado',
  provider: 'Destinatário',
  place: '{provider}, {country}',
  information: 'Dados',
  usedFor: 'Finalidade',
  storage: 'Armazena',
  policy: 'Política de privacidade',
  deny: 'Recusar tudo',
  save: 'Guardar escolhas',
  allow: 'Permitir tudo',
  stop: 'Parar tudo',
  keep: 'Manter tudo',
  close: 'Fechar sem guardar',
  decided: 'Última decisão: {date}',
  receipt: 'Transferir comprovativo',
  saved: 'As suas escolhas foram guardadas.',
  unsaved: 'O seu navegador não guarda escolhas, por isso valem só nesta página.',
  search: 'Procurar empresa',
  noMatch: 'Nenhuma empresa tem esse nome.',
  history: 'As suas decisões até agora',
  granted: 'Permitido: {purposes}',
  refused: 'Recusado: {purposes}',
  language: 'Idioma',
};

/** Portuguese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Conteúdo de {vendor}, não carregado',
  text: 'Se o carregar, {provider} ({country}) recebe: {information}.',
  once: 'Carregar uma vez',
  always: 'Permitir sempre {vendor}',
  more: 'Quem recebe o quê',
};

/** Portuguese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Opções de privacidade',
  doNotSell: 'Não vender nem partilhar os meus dados',
};
