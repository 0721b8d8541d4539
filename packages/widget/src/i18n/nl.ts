import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Dutch texts of the banner. Phrases end in an infinitive. */
export const banner: BannerTexts = {
  title: 'Uw gegevens, uw keuze',
  ask: 'We willen graag {purposes}. Daarvan is nog niets geladen.',
  tell: 'Dit doen we hier: {purposes}. U kunt dit altijd wijzigen.',
  fresh: 'Dit is nieuw. ',
  phrase: '{vendors} ({purpose}) gebruiken',
  comma: ', ',
  and: ' en ',
  andPhrase: ' en ',
  deny: 'Alles weigeren',
  allow: 'Alles toestaan',
  stop: 'Alles stoppen',
  keep: 'Alles behouden',
  choose: 'Zelf kiezen',
  later: 'U kunt dit altijd wijzigen',
  notice: 'Wie ontvangt wat',
};

/** Dutch texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Uw gegevens, uw keuze',
  intro: 'Kies per doel of per bedrijf. Er wordt niets verzonden voordat u kiest.',
  introRunning: 'Kies per doel of per bedrijf. Wat aan staat, wordt gebruikt tot u het uitzet.',
  notice: 'Wie ontvangt wat',
  signal:
    'Uw browser verzendt Global Privacy Control. We houden ons daaraan, dus dit blijft uit: {purposes}.',
  comma: ', ',
  always: 'Altijd aan',
  on: 'Aan',
  off: 'Uit',
  provider: 'Ontvanger',
  place: '{provider}, {country}',
  information: 'Gegevens',
  usedFor: 'Doel',
  storage: 'Opgeslagen',
  policy: 'Privacybeleid',
  deny: 'Alles weigeren',
  save: 'Keuze opslaan',
  allow: 'Alles toestaan',
  stop: 'Alles stoppen',
  keep: 'Alles behouden',
  close: 'Sluiten zonder opslaan',
  decided: 'Laatste keuze: {date}',
  receipt: 'Bewijs downloaden',
  saved: 'Uw keuze is opgeslagen.',
  unsaved: 'Uw browser bewaart geen keuzes, dus ze gelden alleen op deze pagina.',
  search: 'Bedrijf zoeken',
  noMatch: 'Geen bedrijf heet zo.',
  history: 'Uw keuzes tot nu toe',
  granted: 'Toegestaan: {purposes}',
  refused: 'Geweigerd: {purposes}',
  language: 'Taal',
};

/** Dutch texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Inhoud van {vendor}, niet geladen',
  text: 'Als u dit laadt, ontvangt {provider} ({country}): {information}.',
  once: 'Eén keer laden',
  always: '{vendor} altijd toestaan',
  more: 'Wie ontvangt wat',
};

/** Dutch texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Privacykeuzes',
  doNotSell: 'Mijn gegevens niet verkopen of delen',
};
