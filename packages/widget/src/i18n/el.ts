import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Greek texts of the banner. Phrases are nouns (χρήση …), since a «να» would have to be said again before each verb. */
export const banner: BannerTexts = {
  title: 'Τα δεδομένα σας, η επιλογή σας',
  ask: 'Ζητάμε τη συγκατάθεσή σας για: {purposes}. Τίποτα από αυτά δεν έχει φορτωθεί ακόμη.',
  tell: 'Εδώ γίνεται: {purposes}. Μπορείτε να το αλλάξετε οποτεδήποτε.',
  fresh: 'Αυτό είναι νέο. ',
  phrase: 'χρήση υπηρεσιών {vendors} ({purpose})',
  comma: ', ',
  and: ' και ',
  andPhrase: ' και ',
  deny: 'Απόρριψη όλων',
  allow: 'Αποδοχή όλων',
  stop: 'Διακοπή όλων',
  keep: 'Διατήρηση όλων',
  choose: 'Επιλογή',
  later: 'Μπορείτε να το αλλάξετε οποτεδήποτε',
  notice: 'Ποιος λαμβάνει τι',
};

/** Greek texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Τα δεδομένα σας, η επιλογή σας',
  intro: 'Επιλέξτε ανά σκοπό ή εταιρεία. Πριν επιλέξετε δεν αποστέλλεται τίποτα.',
  introRunning:
    'Επιλέξτε ανά σκοπό ή εταιρεία. Ό,τι είναι ενεργό χρησιμοποιείται μέχρι να το απενεργοποιήσετε.',
  notice: 'Ποιος λαμβάνει τι',
  signal:
    'Το πρόγραμμα περιήγησής σας στέλνει Global Privacy Control. Το σεβόμαστε, γι’ αυτό μένει ανενεργό: {purposes}.',
  comma: ', ',
  always: 'Πάντα ενεργό',
  on: 'Ενεργό',
  off: 'Ανενεργό',
  provider: 'Αποδέκτης',
  place: '{provider}, {country}',
  information: 'Δεδομένα',
  usedFor: 'Σκοπός',
  storage: 'Αποθήκευση',
  policy: 'Πολιτική απορρήτου',
  deny: 'Απόρριψη όλων',
  save: 'Αποθήκευση επιλογών',
  allow: 'Αποδοχή όλων',
  stop: 'Διακοπή όλων',
  keep: 'Διατήρηση όλων',
  close: 'Κλείσιμο χωρίς αποθήκευση',
  decided: 'Τελευταία επιλογή: {date}',
  receipt: 'Λήψη απόδειξης',
  saved: 'Οι επιλογές σας αποθηκεύτηκαν.',
  unsaved: 'Το πρόγραμμα περιήγησής σας δεν κρατά τις επιλογές, γι’ αυτό ισχύουν μόνο σε αυτή τη σελίδα.',
  search: 'Αναζήτηση εταιρείας',
  noMatch: 'Δεν υπάρχει εταιρεία με αυτό το όνομα.',
  history: 'Οι επιλογές σας ως τώρα',
  granted: 'Αποδοχή: {purposes}',
  refused: 'Απόρριψη: {purposes}',
  language: 'Γλώσσα',
};

/** Greek texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Περιεχόμενο: {vendor}, δεν έχει φορτωθεί',
  text: 'Αν το φορτώσετε, ο αποδέκτης {provider} ({country}) λαμβάνει: {information}.',
  once: 'Φόρτωση μία φορά',
  always: 'Αποδοχή πάντα: {vendor}',
  more: 'Ποιος λαμβάνει τι',
};

/** Greek texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Επιλογές απορρήτου',
  doNotSell: 'Μην πωλείτε και μην κοινοποιείτε τα δεδομένα μου',
};
