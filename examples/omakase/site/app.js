// Filters the list as one chooses, adds up the price, and keeps the place when the language changes. The pages
// work without it.
const search = document.querySelector('.search');
const book = document.querySelector('.book');

search?.addEventListener('input', () => {
  const { q, date, guests } = Object.fromEntries(new FormData(search));
  const words = q.trim().toLowerCase();
  for (const counter of document.querySelectorAll('.counter')) {
    const days = [...counter.querySelectorAll('[data-day]')];
    const free = days.some(
      ({ dataset }) => (!date || dataset.day === date) && Number(dataset.free) >= Number(guests),
    );
    counter.hidden = !free || !counter.dataset.text.toLowerCase().includes(words);
  }
});

const addUp = () => {
  const { guests } = Object.fromEntries(new FormData(book));
  const sum = Number(book.dataset.price) * Number(guests);
  book.querySelector('[data-total]').textContent = `¥${sum.toLocaleString('en')}`;
};
book?.addEventListener('input', addUp);
if (book) addUp();

for (const link of document.querySelectorAll('a[data-language]')) {
  link.addEventListener('click', () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}
