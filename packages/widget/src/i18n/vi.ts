import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Vietnamese texts of the banner. Phrases are verb phrases (dùng …). */
export const banner: BannerTexts = {
  title: 'Dữ liệu của bạn, bạn quyết định',
  ask: 'Chúng tôi muốn {purposes}. Hiện chưa có gì được tải.',
  tell: 'Chúng tôi {purposes}. Bạn có thể thay đổi bất cứ lúc nào.',
  fresh: 'Mục này mới. ',
  phrase: 'dùng {vendors} ({purpose})',
  comma: ', ',
  and: ' và ',
  andPhrase: ' và ',
  deny: 'Từ chối tất cả',
  allow: 'Cho phép tất cả',
  stop: 'Dừng tất cả',
  keep: 'Giữ tất cả',
  choose: 'Tự chọn',
  later: 'Bạn có thể thay đổi bất cứ lúc nào',
  notice: 'Ai nhận được gì',
};

/** Vietnamese texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Dữ liệu của bạn, bạn quyết định',
  intro: 'Chọn theo mục đích hoặc công ty. Không gì được gửi trước khi bạn chọn.',
  introRunning: 'Chọn theo mục đích hoặc công ty. Mục đang bật được dùng cho đến khi bạn tắt.',
  notice: 'Ai nhận được gì',
  signal: 'Trình duyệt của bạn gửi Global Privacy Control. Chúng tôi tôn trọng, nên vẫn tắt: {purposes}.',
  comma: ', ',
  always: 'Luôn bật',
  on: 'Bật',
  off: 'Tắt',
  provider: 'Bên nhận',
  place: '{provider}, {country}',
  information: 'Thông tin',
  usedFor: 'Mục đích',
  storage: 'Lưu trữ',
  policy: 'Chính sách quyền riêng tư',
  deny: 'Từ chối tất cả',
  save: 'Lưu lựa chọn',
  allow: 'Cho phép tất cả',
  stop: 'Dừng tất cả',
  keep: 'Giữ tất cả',
  close: 'Đóng mà không lưu',
  decided: 'Lựa chọn gần nhất: {date}',
  receipt: 'Tải biên nhận',
  saved: 'Đã lưu lựa chọn của bạn.',
  unsaved: 'Trình duyệt của bạn không lưu lựa chọn, nên chỉ có hiệu lực trên trang này.',
  search: 'Tìm công ty',
  noMatch: 'Không có công ty nào tên như vậy.',
  history: 'Các lựa chọn trước đây',
  granted: 'Cho phép: {purposes}',
  refused: 'Từ chối: {purposes}',
  language: 'Ngôn ngữ',
};

/** Vietnamese texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Nội dung của {vendor}, chưa tải',
  text: 'Nếu bạn tải, {provider} ({country}) nhận được: {information}.',
  once: 'Tải một lần',
  always: 'Luôn cho phép {vendor}',
  more: 'Ai nhận được gì',
};

/** Vietnamese texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Lựa chọn riêng tư',
  doNotSell: 'Không bán hoặc chia sẻ dữ liệu của tôi',
};
