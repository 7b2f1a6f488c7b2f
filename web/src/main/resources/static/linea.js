// The line of time: a group that goes on in the rows that came later is folded with them. Without this script each page folds its own.
const table = document.getElementById('lineas')

function goesOn(body) {
  const parts = []
  for (let next = body.nextElementSibling; next?.classList.contains('goes-on'); next = next.nextElementSibling) {
    parts.push(next)
  }
  return parts
}

function fold(body) {
  const folded = body.querySelector('.fold-mark')?.checked
  goesOn(body).forEach(part => { part.querySelector('.fold-mark').checked = folded })
}

if (table) {
  table.addEventListener('change', event => fold(event.target.closest('tbody')))
  document.addEventListener('htmx:afterSettle', () => table.querySelectorAll('tbody:not(.goes-on)').forEach(fold))
}
