import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Spanish texts of the banner. Phrases are infinitives; «y también», because «y» alone would be wrong before Instagram. */
export const banner: BannerTexts = {
  title: 'Sus datos, su decisión',
  ask: 'Nos gustaría {purposes}. Todavía no se ha cargado nada de ello.',
  tell: 'Esto es lo que hacemos aquí: {purposes}. Puede cambiarlo cuando quiera.',
  fresh: 'Esto es nuevo. ',
  phrase: 'usar {vendors} ({purpose})',
  comma: ', ',
  and: ' y también ',
  andPhrase: ' y ',
  deny: 'Rechazar todo',
  allow: 'Permitir todo',
  stop: 'Detener todo',
  keep: 'Mantener todo',
  choose: 'Elegir',
  later: 'Puede cambiarlo cuando quiera',
  notice: 'Quién recibe qué',
};

/** Spanish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Sus datos, su decisión',
  intro: 'Elija por finalidad o por empresa. No se envía nada antes de que elija.',
  introRunning: 'Elija por finalidad o por empresa. Lo activado se usa hasta que lo desactive.',
  notice: 'Quién recibe qué',
  signal: 'Su navegador envía Global Privacy Control. Lo respetamos; sigue desactivado: {purposes}.',
  comma: ', ',
  always: 'Siempre activo',
  on: 'Activado',
  off: 'Desactivado',
  provider: 'Destinatario',
  place: '{provider}, {country}',
  information: 'Datos',
  usedFor: 'Finalidad',
  storage: 'Almacena',
  policy: 'Política de privacidad',
  deny: 'Rechazar todo',
  save: 'Guardar selección',
  allow: 'Permitir todo',
  stop: 'Detener todo',
  keep: 'Mantener todo',
  close: 'Cerrar sin guardar',
  decided: 'Última decisión: {date}',
  receipt: 'Descargar comprobante',
  saved: 'Su selección se ha guardado.',
  unsaved: 'Su navegador no guarda la selección: solo vale en esta página.',
  search: 'Buscar empresas',
  noMatch: 'Ninguna empresa se llama así.',
  history: 'Sus decisiones hasta ahora',
  granted: 'Permitido: {purposes}',
  refused: 'Rechazado: {purposes}',
  language: 'Idioma',
};

/** Spanish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Contenido de {vendor}, no cargado',
  text: 'Si lo carga, {provider} ({country}) recibe: {information}.',
  once: 'Cargar esta vez',
  always: 'Permitir siempre {vendor}',
  more: 'Quién recibe qué',
};

/** Spanish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Opciones de privacidad',
  doNotSell: 'No vender ni compartir mis datos',
};
