import type { BannerTexts, EmbedTexts, PreferencesTexts, ReopenTexts } from '../content.js';

/** Indonesian texts of the banner. Phrases begin with an active verb (menggunakan …). */
export const banner: BannerTexts = {
  title: 'Data Anda, pilihan Anda',
  ask: 'Kami ingin {purposes}. Belum ada yang dimuat.',
  tell: 'Kami {purposes}. Anda dapat mengubahnya kapan saja.',
  fresh: 'Ini baru. ',
  phrase: 'menggunakan {vendors} ({purpose})',
  comma: ', ',
  and: ' dan ',
  andPhrase: ' dan ',
  deny: 'Tolak semua',
  allow: 'Izinkan semua',
  stop: 'Hentikan semua',
  keep: 'Teruskan semua',
  choose: 'Pilih sendiri',
  later: 'Anda dapat mengubahnya kapan saja',
  notice: 'Siapa menerima apa',
};

/** Indonesian texts of the preferences dialog. */
export const preferences: PreferencesTexts = {
  title: 'Data Anda, pilihan Anda',
  intro: 'Pilih menurut tujuan atau perusahaan. Tidak ada yang dikirim sebelum Anda memilih.',
  introRunning: 'Pilih menurut tujuan atau perusahaan. Yang aktif digunakan sampai Anda menonaktifkannya.',
  notice: 'Siapa menerima apa',
  signal:
    'Peramban Anda mengirim Global Privacy Control. Kami menghormatinya, jadi ini tetap nonaktif: {purposes}.',
  comma: ', ',
  always: 'Selalu aktif',
  on: 'Aktif',
  off: 'Nonaktif',
  provider: 'Penerima',
  place: '{provider}, {country}',
  information: 'Informasi',
  usedFor: 'Tujuan',
  storage: 'Disimpan',
  policy: 'Kebijakan privasi',
  deny: 'Tolak semua',
  save: 'Simpan pilihan',
  allow: 'Izinkan semua',
  stop: 'Hentikan semua',
  keep: 'Teruskan semua',
  close: 'Tutup tanpa menyimpan',
  decided: 'Keputusan terakhir: {date}',
  receipt: 'Unduh tanda terima',
  saved: 'Pilihan Anda tersimpan.',
  unsaved: 'Peramban Anda tidak menyimpan pilihan, jadi hanya berlaku di halaman ini.',
  search: 'Cari perusahaan',
  noMatch: 'Tidak ada perusahaan dengan nama itu.',
  history: 'Keputusan Anda sejauh ini',
  granted: 'Diizinkan: {purposes}',
  refused: 'Ditolak: {purposes}',
  language: 'Bahasa',
};

/** Indonesian texts of what stands in place of withheld content. */
export const embed: EmbedTexts = {
  name: 'Konten {vendor}, belum dimuat',
  text: 'Jika Anda memuatnya, {provider} ({country}) menerima: {information}.',
  once: 'Muat sekali ini',
  always: 'Selalu izinkan {vendor}',
  more: 'Siapa menerima apa',
};

/** Indonesian texts of what opens the preferences again. */
export const reopen: ReopenTexts = {
  open: 'Pilihan privasi',
  doNotSell: 'Jangan jual atau bagikan data saya',
};
