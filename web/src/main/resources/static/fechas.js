// A day is read back in words as it is written, and "30 jun 2015", "hoy" or "+15" become the day that they mean when it was written; without this script the register reads them as they arrive.
(() => {
  'use strict';
  const said = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'es-SV', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = ['es', 'en'].map(language => {
    const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (none, month) => name.format(Date.UTC(2000, month)).toLowerCase());
  });

  function day(year, month, date) {
    const at = new Date(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
    return at.getUTCDate() === Number(date) ? at : null;
  }

  function read(written, today) {
    const text = written.trim().toLowerCase().replace(/\s+/g, ' ');
    if (/^(hoy|today|[+-]\d{1,4})$/.test(text)) {
      const at = new Date(today);
      at.setUTCDate(at.getUTCDate() + (Number(text) || 0));
      return at;
    }
    const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
    if (numbers) return day(numbers[4], numbers[3], numbers[1]);
    const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (iso) return day(...iso.slice(1));
    const named = /^(\d{1,2})(?: de)? (\p{L}{3,})\.?(?: del?)? (\d{4})$/u.exec(text);
    const month = named ? Math.max(...months.map(names => names.findIndex(name => name.startsWith(named[2].replace(/^set/, 'sept'))))) : -1;
    return month < 0 ? null : day(named[3], month + 1, named[1]);
  }

  function readBack(field) {
    const at = read(field.value, document.documentElement.dataset.today);
    const told = field.nextElementSibling?.matches('.day-said') ? field.nextElementSibling : at && document.createElement('output');
    if (!told) return null;
    told.className = 'day-said';
    told.textContent = at ? said.format(at).replace(',', '') : '';
    if (!told.isConnected) field.after(told);
    return at;
  }

  function settle(field) {
    const at = readBack(field);
    if (at) field.value = at.toISOString().slice(0, 10).split('-').reverse().join('/');
  }

  const days = event => event.target.matches('[data-day]');
  document.querySelectorAll('[data-day]').forEach(readBack);
  document.addEventListener('input', event => { if (days(event)) readBack(event.target); });
  document.addEventListener('change', event => { if (days(event)) settle(event.target); });
  document.addEventListener('submit', event => event.target.querySelectorAll('[data-day]').forEach(settle), true);
})();
