import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Brazilian Portuguese texts of the banner. Phrases are infinitives. */
export const banner: BannerTexts = {
  title: 'Seus dados, sua escolha',
  ask: 'Gostaríamos de {purposes}. Nada disso foi carregado ainda.',
  tell: 'É isto que fazemos aqui: {purposes}. Você pode mudar isso a qualquer momento.',
  fresh: 'Isto é novo. ',
  phrase: 'usar {vendors} ({purpose})',
  comma: ', ',
  and: ' e ',
  andPhrase: ' e ',
  deny: 'Recusar tudo',
  allow: 'Permitir tudo',
  stop: 'Parar tudo',
  keep: 'Manter tudo',
  choose: 'Escolher',
  later: 'Você pode mudar isso a qualquer momento',
  notice: 'Quem recebe o quê',
};

/** Brazilian Portuguese texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Seus dados, sua escolha',
  intro: 'Escolha por finalidade ou por empresa. Nada é enviado antes da sua escolha.',
  introRunning: 'Escolha por finalidade ou por empresa. O que está ativado é usado até você desativar.',
  notice: 'Quem recebe o quê',
  signal:
    'Seu navegador envia Global Privacy Control. Respeitamos isso, então continua desativado: {purposes}.',
  comma: ', ',
  always: 'Sempre ativado',
  on: 'Ativado',
  off: 'Desativado',
  provider: 'Destinatário',
  place: '{provider}, {country}',
  information: 'Dados',
  usedFor: 'Finalidade',
  storage: 'Armazena',
  policy: 'Política de privacidade',
  deny: 'Recusar tudo',
  save: 'Salvar escolhas',
  allow: 'Permitir tudo',
  stop: 'Parar tudo',
  keep: 'Manter tudo',
  close: 'Fechar sem salvar',
  decided: 'Última decisão: {date}',
  receipt: 'Baixar comprovante',
  saved: 'Suas escolhas foram salvas.',
  unsaved: 'Seu navegador não guarda escolhas, então elas valem só nesta página.',
  search: 'Buscar empresa',
  noMatch: 'Nenhuma empresa tem esse nome.',
  history: 'Suas decisões até agora',
  granted: 'Permitido: {purposes}',
  refused: 'Recusado: {purposes}',
  language: 'Idioma',
};

/** Brazilian Portuguese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Conteúdo de {vendor}, não carregado',
  text: 'Se você carregar, {provider} ({country}) recebe: {information}.',
  once: 'Carregar uma vez',
  always: 'Sempre permitir {vendor}',
  more: 'Quem recebe o quê',
};

/** Brazilian Portuguese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Opções de privacidade',
  doNotSell: 'Não vender nem compartilhar meus dados',
};
