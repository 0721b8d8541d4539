import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** French texts of the banner. Phrases are infinitives. */
export const banner: BannerTexts = {
  title: 'Vos données, votre choix',
  ask: 'Nous aimerions {purposes}. Rien de tout cela n’est encore chargé.',
  tell: 'Voici ce que nous faisons ici\u00a0: {purposes}. Vous pouvez changer d’avis à tout moment.',
  fresh: 'Ceci est nouveau. ',
  phrase: 'utiliser {vendors} ({purpose})',
  comma: ', ',
  and: ' et ',
  andPhrase: ' et ',
  deny: 'Tout refuser',
  allow: 'Tout autoriser',
  stop: 'Tout arrêter',
  keep: 'Tout garder',
  choose: 'Choisir',
  later: 'Vous pouvez changer d’avis à tout moment',
  notice: 'Qui reçoit quoi',
};

/** French texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Vos données, votre choix',
  intro: 'Choisissez par finalité ou par entreprise. Rien n’est envoyé avant votre choix.',
  introRunning:
    'Choisissez par finalité ou par entreprise. Ce qui est activé est utilisé jusqu’à ce que vous le désactiviez.',
  notice: 'Qui reçoit quoi',
  signal:
    'Votre navigateur envoie Global Privacy Control. Nous le respectons\u00a0; reste désactivé\u00a0: {purposes}.',
  comma: ', ',
  always: 'Toujours activé',
  on: 'Activé',
  off: 'Désactivé',
  provider: 'Destinataire',
  place: '{provider}, {country}',
  information: 'Données',
  usedFor: 'Finalité',
  storage: 'Conserve',
  policy: 'Politique de confidentialité',
  deny: 'Tout refuser',
  save: 'Enregistrer',
  allow: 'Tout autoriser',
  stop: 'Tout arrêter',
  keep: 'Tout garder',
  close: 'Fermer sans enregistrer',
  decided: 'Dernière décision\u00a0: {date}',
  receipt: 'Télécharger le reçu',
  saved: 'Vos choix sont enregistrés.',
  unsaved: 'Votre navigateur ne conserve pas vos choix\u00a0: ils ne valent que sur cette page.',
  search: 'Chercher une entreprise',
  noMatch: 'Aucune entreprise ne porte ce nom.',
  history: 'Vos décisions jusqu’ici',
  granted: 'Autorisé\u00a0: {purposes}',
  refused: 'Refusé\u00a0: {purposes}',
  language: 'Langue',
};

/** French texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Contenu de {vendor}, non chargé',
  text: 'Si vous le chargez, {provider} ({country}) reçoit\u00a0: {information}.',
  once: 'Charger une fois',
  always: 'Toujours autoriser {vendor}',
  more: 'Qui reçoit quoi',
};

/** French texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Choix de confidentialité',
  doNotSell: 'Ne pas vendre ni partager mes données',
};
