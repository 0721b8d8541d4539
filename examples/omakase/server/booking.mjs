// The lists of the home page and the form of a counter's page.
import { html } from 'hono/html';
import { COUNTERS, comingDays, dayInWords, freeSeats } from './counters.mjs';

const WORDS = {
  ja: {
    left: (seats) => `残り${seats}席`,
    full: '満席',
    closed: '休み',
    any: 'いつでも',
    guests: (count) => `${count}名様`,
    each: 'お一人様',
    seats: (count) => `カウンター ${count}席`,
    from: '税・サービス料込',
  },
  en: {
    left: (seats) => (seats === 1 ? '1 seat' : `${seats} seats`),
    full: 'Full',
    closed: 'Closed',
    any: 'Any day',
    guests: (count) => (count === 1 ? '1 guest' : `${count} guests`),
    each: 'per guest',
    seats: (count) => `${count} seats at the counter`,
    from: 'tax and service included',
  },
};

const yen = (amount) => `¥${amount.toLocaleString('en')}`;
const base = (language) => (language === 'ja' ? '' : '/en');
const chip = (language, day) => {
  const { date, weekday } = dayInWords(day, language);
  return html`<span class="date">${date}<small>${weekday}</small></span>`;
};

/** What the visitor searched for; anything odd counts as not asked. */
export function readSearch(query) {
  const days = comingDays();
  return {
    q: (query.q ?? '').trim().slice(0, 60),
    date: days.includes(query.date) ? query.date : '',
    time: query.time ?? '',
    guests: Math.min(6, Math.max(1, Number.parseInt(query.guests, 10) || 2)),
  };
}

/** The days to choose from in the search, the chosen one checked. */
export function searchDays(language, search) {
  const option = (value, face) =>
    html`<label class="choice"><input type="radio" name="date" value="${value}"${
      search.date === value ? html` checked` : ''
    }><span>${face}</span></label>`;
  return html`${option('', WORDS[language].any)}${comingDays().map((day) => option(day, chip(language, day)))}`;
}

/** How many come, as the options of a select. */
export function guestOptions(language, chosen) {
  return html`${[1, 2, 3, 4, 5, 6].map(
    (count) =>
      html`<option value="${count}"${count === chosen ? html` selected` : ''}>${WORDS[language].guests(count)}</option>`,
  )}`;
}

/** Every counter with its next days; those that do not fit the search are there, hidden. */
export function counterList(language, search) {
  const words = WORDS[language];
  return html`${COUNTERS.map((counter) => {
    const texts = counter[language];
    const days = comingDays().map((day) => ({ day, free: freeSeats(counter, day) }));
    const found =
      `${counter.ja.name} ${counter.ja.place} ${counter.en.name} ${counter.en.place} ${counter.en.kind}`
        .toLowerCase()
        .includes(search.q.toLowerCase()) &&
      days.some(({ day, free = 0 }) => (!search.date || day === search.date) && free >= search.guests);
    const href = `${base(language)}/counters/${counter.slug}/`;
    return html`<li class="counter"${found ? '' : html` hidden`} data-text="${counter.ja.name} ${counter.ja.place} ${counter.en.name} ${counter.en.place} ${counter.en.kind}">
  <a class="plate" href="${href}" tabindex="-1" aria-hidden="true"><img src="/art/${counter.art}" alt="" width="400" height="400"></a>
  <div class="about">
    <p class="kicker">${texts.kind}<span>${texts.place}</span></p>
    <h3><a href="${href}">${texts.name}</a></h3>
    <p>${texts.lead}</p>
    <p class="price"><b>${yen(counter.price)}</b> <small>${words.each}</small></p>
  </div>
  <ul class="days">${days.map(({ day, free }) => {
    if (!free)
      return html`<li class="none" data-day="${day}" data-free="0"><span class="day">${chip(language, day)}<span>${free === 0 ? words.full : words.closed}</span></span></li>`;
    return html`<li data-day="${day}" data-free="${free}"><a class="day" href="${href}?date=${day}#book">${chip(language, day)}<span>${words.left(free)}</span></a></li>`;
  })}</ul>
</li>`;
  })}`;
}

/** What a counter's page is filled with. */
export function counterValues(counter, language, search) {
  const words = WORDS[language];
  const texts = counter[language];
  const days = comingDays().map((day) => ({
    day,
    free: freeSeats(counter, day) ?? 0,
    open: freeSeats(counter, day) !== undefined,
  }));
  const wanted = days.find(({ day, free }) => day === search.date && free) ?? days.find(({ free }) => free);
  const chosenTime = counter.times.includes(search.time) ? search.time : counter.times[0];
  const values = {
    slug: counter.slug,
    art: counter.art,
    name: texts.name,
    kind: texts.kind,
    place: texts.place,
    lead: texts.lead,
    story: texts.story,
    seats: words.seats(counter.seats),
    price: yen(counter.price),
    amount: counter.price,
    each: words.each,
    included: words.from,
    guests: guestOptions(language, search.guests),
    menu: html`${texts.menu.map(([course, dish]) => html`<div><dt>${course}</dt><dd>${dish}</dd></div>`)}`,
    days: html`${days.map(
      ({ day, free, open }) =>
        html`<label class="choice"><input type="radio" name="date" value="${day}" required${
          day === wanted?.day ? html` checked` : ''
        }${free ? '' : html` disabled`}><span>${chip(language, day)}<small>${free ? words.left(free) : open ? words.full : words.closed}</small></span></label>`,
    )}`,
    times: html`${counter.times.map(
      (time) =>
        html`<label class="choice"><input type="radio" name="time" value="${time}" required${time === chosenTime ? html` checked` : ''}><span>${time}</span></label>`,
    )}`,
  };
  // Some are made here and some are the counter's own text, which is plain.
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, html`${value}`]));
}

/** What the visitor asked for in the form, in words; empty when it makes no sense. */
export function requestInWords(counter, language, query) {
  const search = readSearch(query);
  if (!search.date || !counter.times.includes(search.time)) return '';
  const { date, weekday } = dayInWords(search.date, language);
  const guests = WORDS[language].guests(search.guests);
  return language === 'ja'
    ? `${date}（${weekday}）${search.time}、${guests}、合計 ${yen(counter.price * search.guests)}`
    : `${weekday} ${date}, ${search.time}, ${guests}, ${yen(counter.price * search.guests)} in all`;
}
