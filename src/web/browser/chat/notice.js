// The chat's own line: what holds (the line is gone) stands until it is over, what is only said goes with the next.
const createNotice = (room) => {
  // An empty line is not shown; it stays in the page, so that what is written into it later is announced.
  const line = room.querySelector('.chat-notice');
  let held = null;
  return {
    say: (text) => (line.textContent = text),
    hold(text) {
      if (text === held) return;
      if (text === null && line.textContent !== held) return void (held = null);
      held = text;
      line.textContent = text ?? '';
    },
  };
};

/** The keyboard of a phone covers what lies below it: the chat is as high as what is seen. */
const fitKeyboard = () => {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => document.documentElement.style.setProperty('--seen', `${seen.height}px`);
  seen.addEventListener('resize', fit);
  fit();
};
