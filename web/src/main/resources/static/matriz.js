// The matrix of a plan: a cell opens beside it what may be done there; arrows go from cell to cell. Without this script a cell is a link to that page.
const panel = document.getElementById('panel')
const table = document.getElementById('matriz')
let from = null

function open(cell) {
  from = cell
  htmx.ajax('GET', cell.href, { target: '#panel-content', select: '.cell' }).then(() => panel.showModal())
}

function step(cell, key) {
  const row = cell.closest('tr')
  const column = cell.closest('td').cellIndex
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const marks = [...row.querySelectorAll('a.mark')]
    return marks[marks.indexOf(cell) + (key === 'ArrowRight' ? 1 : -1)]
  }
  const rows = [...table.rows]
  const down = key === 'ArrowDown' ? 1 : -1
  for (let at = rows.indexOf(row) + down; at > 0 && at < rows.length; at += down) {
    const mark = rows[at].cells[column]?.querySelector('a.mark')
    if (mark) {
      return mark
    }
  }
}

if (panel && table) {
  table.addEventListener('click', event => {
    const cell = event.target.closest('a.mark')
    if (cell && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      open(cell)
    }
  })
  table.addEventListener('keydown', event => {
    const cell = event.target.closest('a.mark')
    if (cell && ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) {
      event.preventDefault()
      step(cell, event.key)?.focus()
    }
  })
  panel.addEventListener('close', () => from?.focus())
}
