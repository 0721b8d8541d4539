import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Swedish texts of the banner. Phrases are infinitives without “att”. */
export const banner: BannerTexts = {
  title: 'Dina data, ditt val',
  ask: 'Vi skulle vilja {purposes}. Inget av det har laddats än.',
  tell: 'Det här gör vi: {purposes}. Du kan ändra det när som helst.',
  fresh: 'Det här är nytt. ',
  phrase: 'använda {vendors} ({purpose})',
  comma: ', ',
  and: ' och ',
  andPhrase: ' och ',
  deny: 'Neka alla',
  allow: 'Tillåt alla',
  stop: 'Stoppa alla',
  keep: 'Behåll alla',
  choose: 'Välj själv',
  later: 'Du kan ändra det när som helst',
  notice: 'Vem får vad',
};

/** Swedish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Dina data, ditt val',
  intro: 'Välj efter ändamål eller företag. Inget skickas innan du har valt.',
  introRunning: 'Välj efter ändamål eller företag. Det som är på används tills du stänger av det.',
  notice: 'Vem får vad',
  signal:
    'Din webbläsare skickar Global Privacy Control. Vi respekterar det, så detta förblir av: {purposes}.',
  comma: ', ',
  always: 'Alltid på',
  on: 'På',
  off: 'Av',
  provider: 'Mottagare',
  place: '{provider}, {country}',
  information: 'Uppgifter',
  usedFor: 'Ändamål',
  storage: 'Lagrar',
  policy: 'Integritetspolicy',
  deny: 'Neka alla',
  save: 'Spara val',
  allow: 'Tillåt alla',
  stop: 'Stoppa alla',
  keep: 'Behåll alla',
  close: 'Stäng utan att spara',
  decided: 'Senaste valet: {date}',
  receipt: 'Ladda ner kvitto',
  saved: 'Dina val har sparats.',
  unsaved: 'Din webbläsare sparar inte valen, så de gäller bara på den här sidan.',
  search: 'Sök företag',
  noMatch: 'Inget företag heter så.',
  history: 'Dina val hittills',
  granted: 'Tillåtet: {purposes}',
  refused: 'Nekat: {purposes}',
  language: 'Språk',
};

/** Swedish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Innehåll från {vendor}, inte laddat',
  text: 'Om du laddar det får {provider} ({country}): {information}.',
  once: 'Ladda en gång',
  always: 'Tillåt alltid {vendor}',
  more: 'Vem får vad',
};

/** Swedish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Integritetsval',
  doNotSell: 'Sälj eller dela inte mina uppgifter',
};
