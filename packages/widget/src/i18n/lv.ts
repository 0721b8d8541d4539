import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Latvian texts of the banner. Phrases are infinitives; names stand after “pakalpojumus”, so that they keep their form. */
export const banner: BannerTexts = {
  title: 'Jūsu dati, jūsu izvēle',
  ask: 'Mēs vēlamies {purposes}. Nekas no tā vēl nav ielādēts.',
  tell: 'Kamēr neizvēlēsieties citādi, turpināsim {purposes}. To varat mainīt jebkurā laikā.',
  fresh: 'Tas ir jaunums. ',
  phrase: 'izmantot pakalpojumus {vendors} ({purpose})',
  comma: ', ',
  and: ' un ',
  andPhrase: ' un ',
  deny: 'Noraidīt visu',
  allow: 'Atļaut visu',
  stop: 'Apturēt visu',
  keep: 'Paturēt visu',
  choose: 'Izvēlēties',
  later: 'To varat mainīt jebkurā laikā',
  notice: 'Kas ko saņem',
};

/** Latvian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Jūsu dati, jūsu izvēle',
  intro: 'Izvēlieties pēc nolūka vai uzņēmuma. Pirms izvēles nekas netiek sūtīts.',
  introRunning: 'Izvēlieties pēc nolūka vai uzņēmuma. Ieslēgtais tiek izmantots, līdz to izslēdzat.',
  notice: 'Kas ko saņem',
  signal: 'Jūsu pārlūks sūta Global Privacy Control. Mēs to ievērojam, tāpēc izslēgts paliek: {purposes}.',
  comma: ', ',
  always: 'Vienmēr ieslēgts',
  on: 'Ieslēgts',
  off: 'Izslēgts',
  provider: 'Saņēmējs',
  place: '{provider}, {country}',
  information: 'Dati',
  usedFor: 'Nolūks',
  storage: 'Glabā',
  policy: 'Privātuma politika',
  deny: 'Noraidīt visu',
  save: 'Saglabāt izvēli',
  allow: 'Atļaut visu',
  stop: 'Apturēt visu',
  keep: 'Paturēt visu',
  close: 'Aizvērt nesaglabājot',
  decided: 'Pēdējais lēmums: {date}',
  receipt: 'Lejupielādēt apliecinājumu',
  saved: 'Jūsu izvēle ir saglabāta.',
  unsaved: 'Jūsu pārlūks izvēli nesaglabā, tāpēc tā ir spēkā tikai šajā lapā.',
  search: 'Meklēt uzņēmumu',
  noMatch: 'Uzņēmuma ar tādu nosaukumu nav.',
  history: 'Jūsu līdzšinējie lēmumi',
  granted: 'Atļauts: {purposes}',
  refused: 'Noraidīts: {purposes}',
  language: 'Valoda',
};

/** Latvian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor}: saturs nav ielādēts',
  text: 'Ja to ielādēsiet, {provider} ({country}) saņems: {information}.',
  once: 'Ielādēt vienreiz',
  always: 'Vienmēr atļaut {vendor}',
  more: 'Kas ko saņem',
};

/** Latvian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Privātuma izvēle',
  doNotSell: 'Nepārdot un nekopīgot manus datus',
};
