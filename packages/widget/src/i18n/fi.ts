import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Finnish texts of the banner. Phrases are nouns (… käyttö); names stand after ”palvelujen”, so that they keep their form. */
export const banner: BannerTexts = {
  title: 'Sinun tietosi, sinun valintasi',
  ask: 'Pyydämme suostumustasi tähän: {purposes}. Mitään tästä ei ole vielä ladattu.',
  tell: 'Tällä sivustolla tapahtuu seuraavaa: {purposes}. Voit muuttaa tätä milloin tahansa.',
  fresh: 'Tämä on uutta. ',
  phrase: 'palvelujen {vendors} käyttö ({purpose})',
  comma: ', ',
  and: ' ja ',
  andPhrase: ' ja ',
  deny: 'Kiellä kaikki',
  allow: 'Salli kaikki',
  stop: 'Lopeta kaikki',
  keep: 'Säilytä kaikki',
  choose: 'Valitse itse',
  later: 'Voit muuttaa tätä milloin tahansa',
  notice: 'Kuka saa mitä',
};

/** Finnish texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Sinun tietosi, sinun valintasi',
  intro: 'Valitse tarkoituksen tai yrityksen mukaan. Mitään ei lähetetä ennen valintaasi.',
  introRunning:
    'Valitse tarkoituksen tai yrityksen mukaan. Päällä oleva on käytössä, kunnes kytket sen pois.',
  notice: 'Kuka saa mitä',
  signal:
    'Selaimesi lähettää Global Privacy Control -signaalin. Noudatamme sitä, joten pois päältä pysyy: {purposes}.',
  comma: ', ',
  always: 'Aina päällä',
  on: 'Päällä',
  off: 'Pois',
  provider: 'Vastaanottaja',
  place: '{provider}, {country}',
  information: 'Tiedot',
  usedFor: 'Tarkoitus',
  storage: 'Tallentaa',
  policy: 'Tietosuojaseloste',
  deny: 'Kiellä kaikki',
  save: 'Tallenna valinnat',
  allow: 'Salli kaikki',
  stop: 'Lopeta kaikki',
  keep: 'Säilytä kaikki',
  close: 'Sulje tallentamatta',
  decided: 'Viimeisin valinta: {date}',
  receipt: 'Lataa kuitti',
  saved: 'Valintasi on tallennettu.',
  unsaved: 'Selaimesi ei säilytä valintoja, joten ne ovat voimassa vain tällä sivulla.',
  search: 'Hae yritystä',
  noMatch: 'Sennimistä yritystä ei ole.',
  history: 'Aiemmat valintasi',
  granted: 'Sallittu: {purposes}',
  refused: 'Kielletty: {purposes}',
  language: 'Kieli',
};

/** Finnish texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Palvelun {vendor} sisältöä ei ole ladattu',
  text: 'Jos lataat tämän, {provider} ({country}) saa: {information}.',
  once: 'Lataa kerran',
  always: 'Salli aina {vendor}',
  more: 'Kuka saa mitä',
};

/** Finnish texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Tietosuojavalinnat',
  doNotSell: 'Älkää myykö tai jakako tietojani',
};
