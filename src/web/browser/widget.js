// One line on a school's page puts a button there; the chat itself is loaded on the first press, in a frame of our origin.
(() => {
  const texts = __TEXTS__;
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const { name = 'Guichet', color = '#0f5c55', position = 'right', greeting = '' } = script.dataset;
  const language = texts[script.dataset.language] ? script.dataset.language : pageLanguage();
  const text = texts[language];
  const side = position === 'left' ? 'left' : 'right';
  const memory = 'guichet.widget.open';
  let panel = null;

  const button = styled(document.createElement('button'), {
    position: 'fixed',
    [side]: '20px',
    bottom: '20px',
    zIndex: '2147483000',
    minWidth: '56px',
    height: '56px',
    padding: '0 20px',
    border: '0',
    borderRadius: '28px',
    background: color,
    color: readableOn(color),
    font: '600 16px/1 system-ui, sans-serif',
    boxShadow: '0 4px 16px rgb(0 0 0 / 0.25)',
    cursor: 'pointer',
  });
  button.type = 'button';
  button.textContent = greeting || name;
  button.setAttribute('aria-label', text.open.replace('{name}', name));
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => (isOpen() ? close() : open()));
  // A shadow tree: the page's style does not reach in, ours does not leak out.
  const host = styled(document.createElement('div'), { all: 'initial' });
  const root = host.attachShadow({ mode: 'open' });
  root.append(button);
  document.body.append(host);
  addEventListener('message', ({ origin: from, data }) => {
    if (from === origin && data === 'guichet:close') close();
  });
  if (remembered()) open();

  function open() {
    panel ??= makePanel();
    panel.style.display = 'block';
    button.setAttribute('aria-expanded', 'true');
    button.style.display = innerWidth < 600 ? 'none' : '';
    remember(true);
    panel.focus();
  }

  function close() {
    if (!isOpen()) return;
    panel.style.display = 'none';
    button.style.display = '';
    button.setAttribute('aria-expanded', 'false');
    remember(false);
    button.focus();
  }

  function isOpen() {
    return panel !== null && panel.style.display !== 'none';
  }

  function makePanel() {
    const phone = innerWidth < 600;
    const frame = styled(document.createElement('iframe'), {
      position: 'fixed',
      zIndex: '2147483001',
      border: '0',
      background: 'Canvas',
      ...(phone
        ? { inset: '0', width: '100%', height: '100%' }
        : {
            [side]: '20px',
            bottom: '88px',
            width: '400px',
            height: 'min(640px, calc(100vh - 120px))',
            borderRadius: '16px',
            boxShadow: '0 8px 40px rgb(0 0 0 / 0.3)',
          }),
    });
    frame.title = name;
    frame.src = `${origin}/widget?${new URLSearchParams({ lang: language, name, color })}`;
    root.append(frame);
    return frame;
  }

  function pageLanguage() {
    const own = document.documentElement.lang.slice(0, 2);
    return texts[own] ? own : Object.keys(texts)[0];
  }

  /** Black or white, whichever stands out more. */
  function readableOn(hex) {
    const [r = 0, g = 0, b = 0] = (/^#(..)(..)(..)$/.exec(hex) ?? []).slice(1).map((part) => parseInt(part, 16));
    return 0.299 * r + 0.587 * g + 0.114 * b > 150 ? '#000' : '#fff';
  }

  function styled(element, style) {
    Object.assign(element.style, style);
    return element;
  }

  // A page may forbid storage: then the panel is closed on the next page, and the conversation still goes on.
  function remembered() {
    try {
      return sessionStorage.getItem(memory) === 'yes';
    } catch {
      return false;
    }
  }

  function remember(isSo) {
    try {
      sessionStorage.setItem(memory, isSo ? 'yes' : 'no');
    } catch {}
  }
})();
