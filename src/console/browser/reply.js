// What is chosen for a reply is put into it where one writes, without a new page; what is to be filled in is selected first.
for (const form of document.querySelectorAll('form.reply')) {
  const text = form.elements.namedItem('text');
  const status = form.querySelector('.put');
  if (text === null || status === null) continue;
  const selectNext = () => {
    const open = /\{\{[^{}]*\}\}/.exec(text.value);
    text.focus();
    if (open === null) text.setSelectionRange(text.value.length, text.value.length);
    else text.setSelectionRange(open.index, open.index + open[0].length);
  };
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (button?.getAttribute('formaction') !== '/staff/handover/insert') return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, button));
    body.set('quietly', 'yes');
    const answer = await fetch(button.formAction, { method: 'POST', body }).catch(() => null);
    // Whoever is signed out meanwhile is led to where one signs in.
    const put = answer?.ok && !answer.redirected ? await answer.json() : null;
    if (put === null) return location.reload();
    text.value = put.text;
    status.textContent = put.notice;
    selectNext();
  });
}
