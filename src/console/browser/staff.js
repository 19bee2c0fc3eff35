// j and k go to the next and the one before, where a page has them; nothing else of the staff room needs a script.
const keys = { j: 'next', k: 'prev' };

document.addEventListener('keydown', (event) => {
  const rel = keys[event.key];
  if (rel === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
  document.querySelector(`main a[rel="${rel}"]`)?.click();
});
