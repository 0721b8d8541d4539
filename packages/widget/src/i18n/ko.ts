import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Korean texts of the banner. Phrases end in a noun that 하다 can follow (이용), without its particle; 및 fits after any sound. */
export const banner: BannerTexts = {
  title: '내 데이터, 내 선택',
  ask: '{purposes}하고자 합니다. 아직 아무것도 불러오지 않았습니다.',
  tell: '{purposes}합니다. 언제든지 변경할 수 있습니다.',
  fresh: '새로운 항목입니다. ',
  phrase: '{purpose} 목적으로 {vendors} 서비스를 이용',
  comma: ', ',
  and: ' 및 ',
  andPhrase: '하고 ',
  deny: '모두 거부',
  allow: '모두 허용',
  stop: '모두 중지',
  keep: '모두 유지',
  choose: '직접 선택',
  later: '언제든지 변경할 수 있습니다',
  notice: '정보를 제공받는 곳',
};

/** Korean texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: '내 데이터, 내 선택',
  intro: '목적별 또는 업체별로 선택하세요. 선택하기 전에는 아무것도 전송되지 않습니다.',
  introRunning: '목적별 또는 업체별로 선택하세요. 켜진 항목은 끌 때까지 이용됩니다.',
  notice: '정보를 제공받는 곳',
  signal:
    '브라우저가 Global Privacy Control을 보내고 있습니다. 이를 존중하여 다음은 꺼져 있습니다: {purposes}.',
  comma: ', ',
  always: '항상 켜짐',
  on: '켜짐',
  off: '꺼짐',
  provider: '제공받는 자',
  place: '{provider}, {country}',
  information: '정보',
  usedFor: '이용 목적',
  storage: '저장',
  policy: '개인정보 처리방침',
  deny: '모두 거부',
  save: '선택 저장',
  allow: '모두 허용',
  stop: '모두 중지',
  keep: '모두 유지',
  close: '저장하지 않고 닫기',
  decided: '마지막 선택: {date}',
  receipt: '확인서 다운로드',
  saved: '선택을 저장했습니다.',
  unsaved: '브라우저가 선택을 저장하지 않아 이 페이지에서만 적용됩니다.',
  search: '업체 검색',
  noMatch: '그런 이름의 업체가 없습니다.',
  history: '지금까지의 선택',
  granted: '허용: {purposes}',
  refused: '거부: {purposes}',
  language: '언어',
};

/** Korean texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: '{vendor} 콘텐츠(불러오지 않음)',
  text: '불러오면 {provider}({country})에 다음이 전송됩니다: {information}.',
  once: '한 번만 불러오기',
  always: '{vendor} 항상 허용',
  more: '정보를 제공받는 곳',
};

/** Korean texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: '개인정보 설정',
  doNotSell: '내 정보를 판매·공유하지 않기',
};
