// The page's chat: the official Web Chat over our own Direct Line, kept over reloads, in the page's language.
// Every sentence comes from the page (data-settings); nothing is loaded from elsewhere. The files beside it come first: the
// server sends them as one script (web/assets.ts).
(() => {
  const room = document.querySelector('.chat');
  const place = document.getElementById('webchat');
  const { locale, nonce, stream, texts } = JSON.parse(place.dataset.settings);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const api = `${location.origin}/v3/directline`;
  const memory = 'guichet.conversation';
  let store = null;
  let settling;

  takeUpFromLetter();
  room.hidden = false;
  for (const button of document.querySelectorAll('[data-ask]')) {
    button.hidden = false;
    button.addEventListener('click', () => say(button.dataset.ask));
  }
  tool('person', () => say(texts['person-message']));
  tool('print', () => print());
  tool('restart', () => {
    if (!confirm(texts['restart-confirm'])) return;
    sessionStorage.removeItem(memory);
    begin();
  });
  // In the frame on a school's page: the page around it closes the panel.
  document.querySelector('[data-close]')?.addEventListener('click', () => parent.postMessage('guichet:close', '*'));
  if (parent !== window)
    addEventListener('keydown', ({ key }) => key === 'Escape' && parent.postMessage('guichet:close', '*'));
  for (const move of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    place.addEventListener(move, () => clearInterval(settling), { passive: true });
  // On paper the sources stand open under their answers.
  addEventListener('beforeprint', () => {
    for (const folded of place.querySelectorAll('.ac-pushButton[aria-expanded="false"]')) folded.click();
  });
  addEventListener('offline', () => notice(texts.offline));
  addEventListener('online', () => notice(null));
  begin();

  async function begin() {
    notice(null);
    if (!window.WebChat) return failed();
    try {
      show(await conversation());
    } catch {
      failed();
    }
  }

  /** A letter's link names its conversation behind the #: it is taken up, and does not stay in the address. */
  function takeUpFromLetter() {
    const [, resume] = /^#continue=([\w.-]+)$/.exec(location.hash) ?? [];
    if (!resume) return;
    sessionStorage.setItem(memory, JSON.stringify({ resume }));
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** The conversation of before the reload, if it can still be taken up; else a new one. */
  async function conversation() {
    const kept = JSON.parse(sessionStorage.getItem(memory) ?? 'null');
    const again = kept && (await post('/tokens/generate', { resume: kept.resume }).catch(() => null));
    if (again) {
      const known = await fetch(`${api}/conversations/${again.conversationId}`, {
        headers: { authorization: `Bearer ${again.token}` },
      });
      if (known.ok) return { ...keep(again), taken: true };
    }
    return keep(await post('/tokens/generate', {}));
  }

  function keep({ conversationId, token, resume }) {
    sessionStorage.setItem(memory, JSON.stringify({ resume }));
    return { conversationId, token };
  }

  async function post(path, body) {
    const response = await fetch(api + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  function show({ conversationId, token, taken }) {
    const directLine = window.WebChat.createDirectLine({
      domain: api,
      token,
      webSocket: stream,
      conversationStartProperties: { locale },
      // Naming the conversation asks for the whole of it again; a new one is begun by the client itself.
      ...(taken ? { conversationId } : {}),
    });
    directLine.connectionStatus$.subscribe({ next: status, error: () => {} });
    const fresh = document.createElement('div');
    fresh.className = 'webchat';
    place.replaceChildren(fresh);
    store = window.WebChat.createStore({}, () => (next) => (action) => next(arriving(action)));
    const draw = () =>
      window.WebChat.renderWebChat(
        {
          directLine,
          store,
          locale,
          dir: document.documentElement.dir,
          nonce,
          styleOptions: styleOfPage(calm),
          cardActionMiddleware: pressed,
        },
        fresh,
      );
    draw();
    dark.onchange = draw;
    calm.onchange = draw;
  }

  /** Connecting, online …: 3 the token has expired, 4 no way in, 5 the server no longer knows the conversation. */
  function status(now) {
    if (now === 2) notice(null);
    if (now === 3) begin();
    // The client gave up: a server that restarts is back in moments.
    if (now === 4) setTimeout(begin, 5000);
    if (now === 5) {
      sessionStorage.removeItem(memory);
      notice(texts.ended);
    }
  }

  const pressed = () => (next) => (given) => (given.cardAction.value?.guichet === 'print' ? printCard() : next(given));

  function arriving(action) {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : null;
    if (activity === null) return action;
    if (activity.type === 'message') showFromQuestion();
    return { ...action, payload: { ...action.payload, activity: shownActivity(activity, texts) } };
  }

  /**
   * An answer is read from its beginning: what was asked last stands at the top as soon as the answer is longer than the
   * window. Web Chat goes to the end by itself, more than once; this insists until the student moves.
   */
  function showFromQuestion() {
    clearInterval(settling);
    let looks = 0;
    settling = setInterval(() => {
      looks += 1;
      if (looks > 12) return clearInterval(settling);
      const view = place.querySelector('.webchat__basic-transcript__scrollable');
      const asked = [...place.querySelectorAll('.webchat__bubble--from-user')].at(-1);
      const question = asked ?? place.querySelector('.webchat__bubble');
      if (!view || !question) return;
      const above = question.getBoundingClientRect().top - view.getBoundingClientRect().top - 12;
      if (Math.abs(above) > 2) view.scrollTo({ top: view.scrollTop + above });
    }, 200);
  }

  function say(text) {
    if (store === null) return;
    store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
    room.scrollIntoView({ block: 'nearest', behavior: calm.matches ? 'auto' : 'smooth' });
    place.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  }

  function tool(name, act) {
    const button = room.querySelector(`[data-tool="${name}"]`);
    button?.addEventListener('click', () => act(button));
  }

  function notice(text) {
    const line = room.querySelector('.chat-notice');
    // An empty line is not shown; it stays in the page, so that what is written into it later is announced.
    line.textContent = text ?? '';
  }

  function failed() {
    notice(texts.failed);
    place.replaceChildren();
  }
})();
