import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** German texts of the banner. Phrases end in an infinitive. */
export const banner: BannerTexts = {
  title: 'Ihre Daten, Ihre Wahl',
  ask: 'Wir möchten {purposes}. Noch ist nichts davon geladen.',
  tell: 'Das tun wir hier: {purposes}. Sie können das jederzeit ändern.',
  fresh: 'Das ist neu. ',
  phrase: '{vendors} ({purpose}) nutzen',
  comma: ', ',
  and: ' und ',
  andPhrase: ' und ',
  deny: 'Alles ablehnen',
  allow: 'Alles erlauben',
  stop: 'Alles beenden',
  keep: 'Alles behalten',
  choose: 'Auswählen',
  later: 'Sie können das jederzeit ändern',
  notice: 'Wer was erhält',
};

/** German texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Ihre Daten, Ihre Wahl',
  intro: 'Wählen Sie nach Zweck oder nach Anbieter. Vorher wird nichts gesendet.',
  introRunning: 'Wählen Sie nach Zweck oder nach Anbieter. Was an ist, wird genutzt, bis Sie es ausschalten.',
  notice: 'Wer was erhält',
  signal: 'Ihr Browser sendet Global Privacy Control. Wir halten uns daran, deshalb bleibt aus: {purposes}.',
  comma: ', ',
  always: 'Immer an',
  on: 'An',
  off: 'Aus',
  provider: 'Empfänger',
  place: '{provider}, {country}',
  information: 'Daten',
  usedFor: 'Zweck',
  storage: 'Speichert',
  policy: 'Datenschutzerklärung',
  deny: 'Alles ablehnen',
  save: 'Auswahl speichern',
  allow: 'Alles erlauben',
  stop: 'Alles beenden',
  keep: 'Alles behalten',
  close: 'Ohne Speichern schließen',
  decided: 'Letzte Entscheidung: {date}',
  receipt: 'Nachweis herunterladen',
  saved: 'Ihre Auswahl ist gespeichert.',
  unsaved: 'Ihr Browser merkt sich die Auswahl nicht, sie gilt daher nur auf dieser Seite.',
  search: 'Anbieter suchen',
  noMatch: 'Kein Anbieter heißt so.',
  history: 'Ihre bisherigen Entscheidungen',
  granted: 'Erlaubt: {purposes}',
  refused: 'Abgelehnt: {purposes}',
  language: 'Sprache',
};

/** German texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Inhalt von {vendor}, nicht geladen',
  text: 'Wenn Sie das laden, erhält {provider} ({country}): {information}.',
  once: 'Einmal laden',
  always: '{vendor} immer erlauben',
  more: 'Wer was erhält',
};

/** German texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Datenschutz-Auswahl',
  doNotSell: 'Meine Daten nicht verkaufen oder weitergeben',
};
