// A file may be dropped on the field that takes it; without this script the field does all by itself.
for (const place of document.querySelectorAll('.drop')) {
  const field = place.querySelector('input[type=file]');
  place.querySelector('.drop-say').hidden = false;
  for (const name of ['dragenter', 'dragover']) {
    place.addEventListener(name, event => {
      event.preventDefault();
      place.classList.add('drop--over');
    });
  }
  for (const name of ['dragleave', 'drop']) {
    place.addEventListener(name, () => place.classList.remove('drop--over'));
  }
  place.addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 1) {
      field.files = event.dataTransfer.files;
      field.focus();
    }
  });
}
