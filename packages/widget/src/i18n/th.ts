import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Thai texts of the banner. Phrases are verb phrases (ใช้ …). */
export const banner: BannerTexts = {
  title: 'ข้อมูลของคุณ คุณเลือกเอง',
  ask: 'เราต้องการ{purposes} ขณะนี้ยังไม่มีการโหลดสิ่งใด',
  tell: 'เรา{purposes} คุณเปลี่ยนแปลงได้ทุกเมื่อ',
  fresh: 'รายการนี้เป็นรายการใหม่ ',
  phrase: 'ใช้ {vendors} ({purpose})',
  comma: ', ',
  and: ' และ ',
  andPhrase: ' และ ',
  deny: 'ปฏิเสธทั้งหมด',
  allow: 'อนุญาตทั้งหมด',
  stop: 'หยุดทั้งหมด',
  keep: 'ใช้ต่อทั้งหมด',
  choose: 'เลือกเอง',
  later: 'คุณเปลี่ยนแปลงได้ทุกเมื่อ',
  notice: 'ใครได้รับอะไร',
};

/** Thai texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'ข้อมูลของคุณ คุณเลือกเอง',
  intro: 'เลือกตามวัตถุประสงค์หรือบริษัท ก่อนเลือกจะไม่มีการส่งข้อมูล',
  introRunning: 'เลือกตามวัตถุประสงค์หรือบริษัท รายการที่เปิดจะใช้จนกว่าคุณจะปิด',
  notice: 'ใครได้รับอะไร',
  signal: 'เบราว์เซอร์ของคุณส่ง Global Privacy Control เราปฏิบัติตาม จึงปิดไว้: {purposes}',
  comma: ', ',
  always: 'เปิดเสมอ',
  on: 'เปิด',
  off: 'ปิด',
  provider: 'ผู้รับข้อมูล',
  place: '{provider}, {country}',
  information: 'ข้อมูล',
  usedFor: 'วัตถุประสงค์',
  storage: 'จัดเก็บ',
  policy: 'นโยบายความเป็นส่วนตัว',
  deny: 'ปฏิเสธทั้งหมด',
  save: 'บันทึกตัวเลือก',
  allow: 'อนุญาตทั้งหมด',
  stop: 'หยุดทั้งหมด',
  keep: 'ใช้ต่อทั้งหมด',
  close: 'ปิดโดยไม่บันทึก',
  decided: 'เลือกครั้งล่าสุด: {date}',
  receipt: 'ดาวน์โหลดหลักฐาน',
  saved: 'บันทึกตัวเลือกของคุณแล้ว',
  unsaved: 'เบราว์เซอร์ของคุณไม่เก็บตัวเลือก จึงมีผลเฉพาะหน้านี้',
  search: 'ค้นหาบริษัท',
  noMatch: 'ไม่มีบริษัทชื่อนี้',
  history: 'ตัวเลือกของคุณที่ผ่านมา',
  granted: 'อนุญาต: {purposes}',
  refused: 'ปฏิเสธ: {purposes}',
  language: 'ภาษา',
};

/** Thai texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'เนื้อหาของ {vendor} ยังไม่โหลด',
  text: 'หากโหลด {provider} ({country}) จะได้รับ: {information}',
  once: 'โหลดเฉพาะครั้งนี้',
  always: 'อนุญาต {vendor} เสมอ',
  more: 'ใครได้รับอะไร',
};

/** Thai texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'ตัวเลือกความเป็นส่วนตัว',
  doNotSell: 'อย่าขายหรือแบ่งปันข้อมูลของฉัน',
};
