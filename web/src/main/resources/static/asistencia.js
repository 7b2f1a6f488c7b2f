// How many are ticked of those that the quorum counts, while the roll is called.
(() => {
  'use strict';
  const roll = document.getElementById('asistencia');
  const tally = document.getElementById('cuenta');
  if (!roll) return;
  const { required, enough, lacking, unruled } = roll.dataset;

  function count() {
    const present = roll.querySelectorAll('[data-counts]:checked').length;
    const words = !required ? unruled : present >= Number(required) ? enough : lacking;
    tally.textContent = words.replace('{0}', present);
    tally.dataset.quorate = !required || present >= Number(required);
  }

  tally.hidden = false;
  roll.addEventListener('change', count);
  count();
})();
