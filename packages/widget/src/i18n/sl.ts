import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Slovenian texts of the banner. Phrases are verbal nouns (uporaba storitev …), after which names keep their form. */
export const banner: BannerTexts = {
  title: 'Vaši podatki, vaša izbira',
  ask: 'Prosimo za privolitev za naslednje: {purposes}. Nič od tega še ni naloženo.',
  tell: 'Tukaj poteka: {purposes}. To lahko kadar koli spremenite.',
  fresh: 'To je novo. ',
  phrase: 'uporaba storitev {vendors} ({purpose})',
  comma: ', ',
  and: ' in ',
  andPhrase: ' in ',
  deny: 'Zavrni vse',
  allow: 'Dovoli vse',
  stop: 'Ustavi vse',
  keep: 'Obdrži vse',
  choose: 'Izberi',
  later: 'To lahko kadar koli spremenite',
  notice: 'Kdo kaj prejme',
};

/** Slovenian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Vaši podatki, vaša izbira',
  intro: 'Izberite po namenu ali podjetju. Pred izbiro se nič ne pošlje.',
  introRunning: 'Izberite po namenu ali podjetju. Vklopljeno se uporablja, dokler tega ne izklopite.',
  notice: 'Kdo kaj prejme',
  signal: 'Vaš brskalnik pošilja Global Privacy Control. Upoštevamo ga, zato ostane izklopljeno: {purposes}.',
  comma: ', ',
  always: 'Vedno vklopljeno',
  on: 'Vklopljeno',
  off: 'Izklopljeno',
  provider: 'Prejemnik',
  place: '{provider}, {country}',
  information: 'Podatki',
  usedFor: 'Namen',
  storage: 'Shranjuje',
  policy: 'Politika zasebnosti',
  deny: 'Zavrni vse',
  save: 'Shrani izbiro',
  allow: 'Dovoli vse',
  stop: 'Ustavi vse',
  keep: 'Obdrži vse',
  close: 'Zapri brez shranjevanja',
  decided: 'Zadnja odločitev: {date}',
  receipt: 'Prenesi potrdilo',
  saved: 'Vaša izbira je shranjena.',
  unsaved: 'Vaš brskalnik izbire ne shrani, zato velja samo na tej strani.',
  search: 'Išči podjetje',
  noMatch: 'Podjetja s tem imenom ni.',
  history: 'Vaše dosedanje odločitve',
  granted: 'Dovoljeno: {purposes}',
  refused: 'Zavrnjeno: {purposes}',
  language: 'Jezik',
};

/** Slovenian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Vsebina storitve {vendor}, ni naložena',
  text: 'Če jo naložite, {provider} ({country}) prejme: {information}.',
  once: 'Naloži enkrat',
  always: 'Vedno dovoli {vendor}',
  more: 'Kdo kaj prejme',
};

/** Slovenian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Izbira zasebnosti',
  doNotSell: 'Ne prodajajte in ne delite mojih podatkov',
};
