// One line on a school's page puts a button there; the chat itself is loaded on the first press, in a frame of our origin.
// The page may load it anywhere, late, or twice, and swap its body: there is one button. What it may call: window.Guichet.
(() => {
  if (window.Guichet) return;
  const texts = __TEXTS__;
  const script = document.currentScript ?? [...document.querySelectorAll('script[src*="/widget.js"]')].at(-1);
  const origin = new URL(script.src).origin;
  const { name = 'Guichet', position = 'right', greeting = '' } = script.dataset;
  const color = hexOf(script.dataset.color) ?? '#0f5c55';
  const language = texts[script.dataset.language] ? script.dataset.language : pageLanguage();
  const text = texts[language];
  const side = position === 'left' ? 'left' : 'right';
  const pixels = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, `${value}px`]));
  let panel = null;
  let badge = null;
  let asked = [];
  let ready = false;

  const label = styled(document.createElement('span'), {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  });
  label.textContent = greeting || name;
  const count = styled(document.createElement('span'), {
    display: 'none',
    padding: '4px 8px',
    borderRadius: '12px',
    background: '#b91c1c',
    color: '#fff',
  });
  const button = styled(document.createElement('button'), {
    position: 'fixed',
    ...pixels({ [side]: 20, bottom: 20, minWidth: 56, height: 56, borderRadius: 28 }),
    zIndex: '2147483000',
    maxWidth: 'min(320px, calc(100vw - 40px))',
    padding: '0 20px',
    border: '1px solid #fff',
    background: color,
    color: readableOn(color),
    font: '600 16px/1 system-ui, sans-serif',
    boxShadow: '0 4px 16px rgb(0 0 0 / 0.25)',
    cursor: 'pointer',
    alignItems: 'center',
    gap: '8px',
    display: 'flex',
  });
  button.type = 'button';
  button.append(label, count);
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', toggle);
  // A shadow tree: the page's style does not reach in, ours does not leak out.
  const host = styled(document.createElement('div'), { all: 'initial' });
  const root = host.attachShadow({ mode: 'open' });
  root.append(button);
  unread(0);
  stay();
  addEventListener('resize', fit);
  addEventListener('message', hear);
  window.Guichet = { open, close, toggle, ask };
  if (remembered(sessionStorageOf, 'open')) open();
  else if (remembered(localStorageOf, 'talked')) lookForUnread();

  /** Beside the body, which a page may swap or transform; a page that writes itself anew gets it back. */
  function stay() {
    const put = () => host.isConnected || document.documentElement.append(host);
    put();
    new MutationObserver(put).observe(document, { childList: true, subtree: true });
  }

  function open() {
    // Too small for a panel: the chat is a page of its own.
    if (innerWidth < 280 || innerHeight < 280) {
      window.open(`${origin}/${language}`, '_blank', 'noopener');
      return;
    }
    panel ??= makePanel();
    panel.style.display = 'block';
    badge?.remove();
    button.setAttribute('aria-expanded', 'true');
    fit();
    remember(sessionStorageOf, 'open', 'yes');
    remember(localStorageOf, 'talked', 'yes');
    tell({ guichetShown: true });
    panel.focus();
    happened('open');
  }

  function close() {
    if (!isOpen()) return;
    panel.style.display = 'none';
    button.style.display = 'flex';
    button.setAttribute('aria-expanded', 'false');
    remember(sessionStorageOf, 'open', 'no');
    tell({ guichetShown: false });
    button.focus();
    happened('close');
  }

  function toggle() {
    if (isOpen()) close();
    else open();
  }

  /** Asks in the student's name, as if it had been typed. */
  function ask(question) {
    asked.push(String(question));
    open();
    if (ready) sayAsked();
  }

  function sayAsked() {
    for (const question of asked) tell({ guichetAsk: question });
    asked = [];
  }

  function hear({ origin: from, source, data }) {
    if (from !== origin) return;
    if (data === 'guichet:close') close();
    if (typeof data?.guichetUnread === 'number') unread(data.guichetUnread);
    if (data === 'guichet:ready' && source === panel?.contentWindow) {
      ready = true;
      tell({ guichetShown: isOpen() });
      sayAsked();
    }
  }

  function tell(message) {
    panel?.contentWindow?.postMessage(message, origin);
  }

  function happened(what, detail = {}) {
    document.dispatchEvent(new CustomEvent(`guichet:${what}`, { detail }));
  }

  /** What a colleague wrote while nobody looked. */
  function unread(many) {
    count.textContent = String(many);
    count.style.display = many > 0 ? '' : 'none';
    const called = text.open.replace('{name}', name);
    button.setAttribute('aria-label', many > 0 ? `${called}. ${text.unread.replace('{count}', many)}` : called);
    if (many > 0) happened('unread', { count: many });
  }

  function isOpen() {
    return panel !== null && panel.style.display !== 'none';
  }

  function makePanel() {
    const frame = makeFrame('/widget', { name, color, ...(lightPage() && { scheme: 'light' }) });
    frame.title = name;
    frame.allow = 'clipboard-write';
    return frame;
  }

  /** Nothing of the chat: only whether there is news. */
  function lookForUnread() {
    badge = styled(makeFrame('/widget/unread', {}), { display: 'none' });
    badge.title = name;
  }

  function makeFrame(path, settings) {
    const frame = document.createElement('iframe');
    frame.src = `${origin}${path}?${new URLSearchParams({ lang: language, ...settings })}`;
    root.append(frame);
    return frame;
  }

  /** The panel fills a phone, upright or on its side, also when it is turned. */
  function fit() {
    if (!isOpen()) return;
    const fills = innerWidth < 600 || innerHeight < 500;
    button.style.display = fills ? 'none' : 'flex';
    panel.style.cssText = '';
    styled(panel, {
      display: 'block',
      position: 'fixed',
      zIndex: '2147483001',
      border: '0',
      colorScheme: 'normal',
      background: lightPage() ? '#fff' : 'Canvas',
      ...(fills
        ? { inset: '0', width: '100%', height: '100%' }
        : {
            ...pixels({ [side]: 20, bottom: 88, width: 400, borderRadius: 16 }),
            height: 'min(640px, calc(100vh - 120px))',
            boxShadow: '0 8px 40px rgb(0 0 0 / 0.3)',
          }),
    });
  }

  /** A page that is light stays so around a panel, whatever the system prefers. */
  function lightPage() {
    const [shown] = [document.body, document.documentElement]
      .filter(Boolean)
      .map((element) => getComputedStyle(element).backgroundColor)
      .filter((background) => !/^(transparent|rgba\(.*, 0\))$/.test(background));
    if (shown === undefined) return !getComputedStyle(document.documentElement).colorScheme.includes('dark');
    return luminance(hexOf(shown) ?? '#ffffff') > 0.4;
  }

  function pageLanguage() {
    const own = document.documentElement.lang.slice(0, 2);
    return texts[own] ? own : Object.keys(texts)[0];
  }

  /** Whatever the page calls the colour; null for what is none. */
  function hexOf(called) {
    if (!called || !CSS.supports('color', called)) return null;
    const pen = document.createElement('canvas').getContext('2d');
    pen.fillStyle = called;
    return /^#[0-9a-f]{6}$/.test(pen.fillStyle) ? pen.fillStyle : null;
  }

  /** Black or white, whichever stands out more (WCAG 2). */
  function readableOn(hex) {
    return (luminance(hex) + 0.05) ** 2 > 1.05 * 0.05 ? '#000' : '#fff';
  }

  function luminance(hex) {
    const [red, green, blue] = [1, 3, 5].map((start) => {
      const part = parseInt(hex.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function styled(element, style) {
    Object.assign(element.style, style);
    return element;
  }

  function sessionStorageOf() {
    return sessionStorage;
  }

  function localStorageOf() {
    return localStorage;
  }

  // A page may forbid storage: then the panel is closed on the next page, and the conversation still goes on.
  function remembered(place, what) {
    try {
      return place().getItem(`guichet.widget.${what}`) === 'yes';
    } catch {
      return false;
    }
  }

  function remember(place, what, value) {
    try {
      place().setItem(`guichet.widget.${what}`, value);
    } catch {}
  }
})();
