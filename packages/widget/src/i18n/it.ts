import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Italian texts of the banner. Phrases are infinitives. */
export const banner: BannerTexts = {
  title: 'I tuoi dati, la tua scelta',
  ask: 'Vorremmo {purposes}. Per ora non è stato caricato nulla.',
  tell: 'Ecco cosa facciamo qui: {purposes}. Puoi cambiare idea quando vuoi.',
  fresh: 'Questo è nuovo. ',
  phrase: 'usare {vendors} ({purpose})',
  comma: ', ',
  and: ' e ',
  andPhrase: ' e ',
  deny: 'Rifiuta tutto',
  allow: 'Consenti tutto',
  stop: 'Interrompi tutto',
  keep: 'Mantieni tutto',
  choose: 'Scegli',
  later: 'Puoi cambiare idea quando vuoi',
  notice: 'Chi riceve cosa',
};

/** Italian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'I tuoi dati, la tua scelta',
  intro: 'Scegli per finalità o per azienda. Nulla viene inviato prima della tua scelta.',
  introRunning: 'Scegli per finalità o per azienda. Ciò che è attivo viene usato finché non lo disattivi.',
  notice: 'Chi riceve cosa',
  signal:
    'Il tuo browser invia Global Privacy Control. Lo rispettiamo, perciò resta disattivato: {purposes}.',
  comma: ', ',
  always: 'Sempre attivo',
  on: 'Attivo',
  off: 'Disattivato',
  provider: 'Destinatario',
  place: '{provider}, {country}',
  information: 'Dati',
  usedFor: 'Finalità',
  storage: 'Memorizza',
  policy: 'Informativa sulla privacy',
  deny: 'Rifiuta tutto',
  save: 'Salva le scelte',
  allow: 'Consenti tutto',
  stop: 'Interrompi tutto',
  keep: 'Mantieni tutto',
  close: 'Chiudi senza salvare',
  decided: 'Ultima decisione: {date}',
  receipt: 'Scarica la ricevuta',
  saved: 'Le tue scelte sono salvate.',
  unsaved: 'Il tuo browser non conserva le scelte: valgono solo in questa pagina.',
  search: 'Cerca un’azienda',
  noMatch: 'Nessuna azienda ha questo nome.',
  history: 'Le tue decisioni finora',
  granted: 'Consentito: {purposes}',
  refused: 'Rifiutato: {purposes}',
  language: 'Lingua',
};

/** Italian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Contenuto di {vendor}, non caricato',
  text: 'Se lo carichi, {provider} ({country}) riceve: {information}.',
  once: 'Carica questa volta',
  always: 'Consenti sempre {vendor}',
  more: 'Chi riceve cosa',
};

/** Italian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Scelte sulla privacy',
  doNotSell: 'Non vendere né condividere i miei dati',
};
