// The box and the suggested answers. Without this script the same form is sent to a page of its own.
const createComposer = ({ form, chips, transcript, say }) => {
  const finePointer = matchMedia('(pointer: fine)');
  const box = form.querySelector('textarea');
  let pressedAt = 0;

  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.submitter?.name === 'choice') press(event.submitter.value);
    else send();
  });
  // The second click of a double one, however late a busy page hears of it.
  chips.addEventListener('click', (event) => {
    if (event.detail > 1) event.preventDefault();
  });
  fit();
  // Who was quicker than this script has pressed Enter, and only got a new line for it.
  if (document.activeElement === box && /\S\s*\n$/.test(box.value)) setTimeout(send);

  return { box, press, offer };

  function send() {
    const text = box.value.trim();
    if (text === '') return;
    box.value = '';
    fit();
    say(text);
  }

  /** One press is one message: the second of a double press would meet the next question's answers. */
  function press(text) {
    const now = Date.now();
    if (now - pressedAt < pressMs) return;
    pressedAt = now;
    chips.replaceChildren();
    say(text);
    // Who has a keyboard types the next; on a phone it stays shut.
    if (finePointer.matches) box.focus();
    else transcript.focus({ preventScroll: true });
  }

  function offer(actions) {
    const rest = pressedAt + pressMs - Date.now();
    chips.replaceChildren(
      ...actions.map(({ title, value }) => {
        const chip = document.createElement('button');
        Object.assign(chip, { className: 'chip', name: 'choice', value, textContent: title, disabled: rest > 0 });
        return chip;
      }),
    );
    chips.scrollTo({ left: 0 });
    if (rest > 0) setTimeout(enable, rest);
  }

  function enable() {
    for (const chip of chips.children) chip.disabled = false;
  }

  /** One line, and with what is written up to five. */
  function fit() {
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight + 2}px`;
  }
};

/** A double click is over within half a second. */
const pressMs = 600;
