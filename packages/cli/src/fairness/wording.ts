/**
 * Turns of phrase that make a refusal embarrassing ("confirmshaming"): the visitor is made to say something of
 * themselves, to renounce something good, or to hurt somebody. A list sees what is on it and nothing else.
 */
const SHAMING: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\bI(?:’|'| a)?m (?:not|un)/i,
    /\bI (?:don['’]t|do not|won['’]t|hate|prefer|would rather|accept the risk|like (?:bad|boring|being))/i,
    /\bno,? thanks?,? I/i,
    /\b(?:miss(?:ing)? out|worse|limited|degraded|inferior|boring|irrelevant|without (?:the )?(?:benefits|support|improv))/i,
    /\b(?:disappoint|unfortunately|sadly|sorry|are you sure|hurt us|care about)/i,
  ],
  de: [
    /\bich (?:will|möchte|mag|brauche|verzichte|bin)\b/i,
    /\b(?:verzichte|schlechter|eingeschränkt|langweilig|irrelevant|leider|schade|verpassen|egal|wirklich)/i,
  ],
  fr: [
    /\b(?:je (?:ne|n’|n'|refuse de|renonce|préfère|m’en|m'en))/i,
    /\b(?:tant pis|dommage|malheureusement|moins bon|limitée?|dégradée?|ennuyeu|renoncer|vraiment)/i,
  ],
  es: [
    /\bno (?:me|quiero|gracias,)/i,
    /\b(?:prefiero|renuncio|renunciar|peor|limitad|aburrid|lástima|lamentablemente|perder(?:me)?|seguro que)/i,
  ],
  it: [
    /\b(?:non mi|non voglio|preferisco|rinuncio|rinunciare|peggio|limitat|noios|peccato|purtroppo|perdere)/i,
  ],
  pt: [/\b(?:não (?:me|quero|gosto)|prefiro|renuncio|abdicar|pior|limitad|chat[ao]|infelizmente|perder)/i],
  nl: [
    /\b(?:ik (?:wil|hoef|mis|ben)|nee,? (?:bedankt|dank)|slechter|beperkt|saai|helaas|jammer|missen|liever)/i,
  ],
  pl: [/(?:nie (?:chcę|zależy|lubię|obchodzi)|wolę|rezygnuj|gorsz|ograniczon|nudn|niestety|szkoda|stracić)/i],
  sv: [/\b(?:jag (?:vill|bryr|gillar|avstår)|nej tack,? jag|sämre|begränsad|tråkig|tyvärr|synd|missa)/i],
  da: [/\b(?:jeg (?:vil|er|kan|undlader)|nej tak,? jeg|dårligere|begrænset|kedelig|desværre|gå glip)/i],
  no: [/\b(?:jeg (?:vil|bryr|liker|avstår)|nei takk,? jeg|dårligere|begrenset|kjedelig|dessverre|gå glipp)/i],
  fi: [
    /(?:\ben (?:halua|välitä|tarvitse|pidä)|huonompi|rajoitet|tylsä|valitettavasti|harmi|jää paitsi|luovu)/i,
  ],
  cs: [/(?:nechci|nezajímá|vzdávám|horší|omezen|nudn|bohužel|škoda|přijít o|raději)/i],
  ja: [
    /(?:興味が?(?:ない|ありません)|損|諦め|あきらめ|残念|後悔|不便|必要ありません|いりません|要りません|気にしない|制限され|本当に)/,
  ],
  ko: [/(?:관심 ?없|필요 ?없|포기|아쉽|손해|불편|제한된|정말|괜찮습니다)/],
  zh: [/(?:不在乎|不需要|不感兴趣|不感興趣|放弃|放棄|遗憾|遺憾|损失|損失|受限|确定要|確定要|残忍|殘忍)/],
};

/** Faces and broken hearts speak every language. */
const SAD = /[😞😟😔😕🙁☹😢😭😥😿💔👎🥺😩😫]/u;

/** Languages whose turns of phrase are known. In others only sad faces are seen. */
export const LANGUAGES_WITH_A_LIST: readonly string[] = Object.keys(SHAMING);

/** The part of `label` that shames whoever presses it, or nothing. `language` is a BCP 47 tag. */
export function findShaming(label: string, language: string): string | undefined {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  const list = SHAMING[base === 'nb' || base === 'nn' ? 'no' : base] ?? [];
  for (const pattern of [...list, SAD]) {
    const found = pattern.exec(label);
    if (found) return found[0].trim();
  }
  return undefined;
}

/** Whether there is a list for the language of a BCP 47 tag. */
export function hasShamingList(language: string): boolean {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  return ['nb', 'nn'].includes(base) || Object.hasOwn(SHAMING, base);
}
