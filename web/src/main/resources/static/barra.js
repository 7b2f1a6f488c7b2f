// A menu of the bar closes with Escape and as soon as one goes elsewhere; without this script one closes it as one opened it.
for (const menu of document.querySelectorAll('.main-nav details')) {
  const close = back => {
    menu.open = false;
    if (back) menu.querySelector('summary').focus();
  };
  menu.addEventListener('keydown', event => { if (event.key === 'Escape' && menu.open) close(true); });
  menu.addEventListener('focusout', event => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false); });
  document.addEventListener('pointerdown', event => { if (!menu.contains(event.target)) close(false); });
}
