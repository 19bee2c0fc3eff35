// The page's chat: the official Web Chat over our own Direct Line, in the page's language. Every sentence comes from the page
// (data-settings); nothing is loaded from elsewhere. The files beside it come first: the server sends them as one script
// (web/assets.ts). Web Chat itself is fetched when somebody touches the chat, or has a conversation to come back to.
(() => {
  const room = document.querySelector('.chat');
  const place = document.getElementById('webchat');
  const { locale, language, nonce, stream, webChat, texts } = JSON.parse(place.dataset.settings);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const kept = keptHere;
  const line = createLine({ locale, kept });
  const unread = createUnread({ kept });
  const readFromAnswer = createReading(place);
  const queue = createQueue({ line, kept, waits, taken: echoSoon, refused });
  const composer = createComposer({
    form: room.querySelector('.composer'),
    chips: room.querySelector('.chips'),
    transcript: place,
    say,
  });
  const notice = createNotice(room);
  const privateLink = createPrivateLink({
    panel: document.getElementById('private-link'),
    line,
    notice: notice.say,
    texts,
  });
  const back = createComingBack({ panel: document.getElementById('coming-back'), kept, line, unread, language, texts });
  const greeted = place.firstElementChild.cloneNode(true);
  let feed = null;
  let store = null;
  let beginning = null;
  /** Of the hand-over that was made last. */
  let reference = '';

  document.body.classList.add('scripted');
  takeUpFromLink();
  if (kept.read()?.talked && !back.rests()) talking();
  wireTools({
    room,
    place,
    press: composer.press,
    say,
    paper: () => ({ language, reference }),
    person: () => composer.press(texts['person-message']),
    link: () => void begin().then(privateLink.open),
    restart: () => confirm(texts['restart-confirm']) && forget(),
    forget: () => confirm(texts['forget-confirm']) && forget(),
  });
  // Another tab took up another conversation, or forgot this one.
  kept.onChange((state) => feed !== null && state?.conversation !== line.conversation() && location.reload());
  fitKeyboard();
  const opens = () => void begin();
  room.addEventListener('focusin', ({ target }) => target === composer.box && !back.isOpen() && opens());
  if (back.rests()) back.offer({ show: opens, anew: forget });
  else if (kept.read() !== null) opens();

  function begin() {
    return (beginning ??= start().catch((problem) => {
      beginning = null;
      if (problem.message === 'webchat' && navigator.onLine) return failed();
      notice.hold(queue.waiting().length > 0 ? texts.waiting : texts.offline);
      setTimeout(begin, 3000);
    }));
  }

  async function start() {
    await Promise.all([fetchWebChat(), line.open()]);
    if (kept.blocked) notice.say(texts.blocked);
    feed = createFeed({ line, stream, heard, state: lineIs });
    show();
    void feed.follow();
    for (const message of queue.waiting()) pending(message);
    void queue.flush();
  }

  function fetchWebChat() {
    if (window.WebChat) return Promise.resolve();
    return new Promise((loaded, failedToLoad) => {
      const script = document.createElement('script');
      script.src = webChat;
      script.nonce = nonce;
      script.onload = () => loaded();
      script.onerror = () => {
        script.remove();
        failedToLoad(new Error('webchat'));
      };
      document.head.append(script);
    });
  }

  /** A link names its conversation behind the #: it is taken up, and does not stay in the address. */
  function takeUpFromLink() {
    const [, resume] = /^#continue=([\w.-]+)$/.exec(location.hash) ?? [];
    if (!resume) return;
    kept.forget();
    kept.write({ resume, at: Date.now() });
    history.replaceState(null, '', location.pathname + location.search);
  }

  /** Behind what stands there already, until it has something to show: nothing jumps. */
  function show() {
    const fresh = document.createElement('div');
    fresh.className = 'webchat';
    fresh.dataset.arriving = '';
    place.append(fresh);
    store = window.WebChat.createStore({}, () => (next) => (action) => arriving(action, next));
    const draw = () =>
      window.WebChat.renderWebChat(
        {
          directLine: feed,
          store,
          locale,
          dir: document.documentElement.dir,
          nonce,
          styleOptions: styleOfPage(calm),
          cardActionMiddleware: pressed,
          attachmentForScreenReaderMiddleware: spokenCard,
          overrideLocalizedStrings: wordsThatHold(texts),
          activityStatusMiddleware: answerIcons({ texts, language, say: composer.press, notice: notice.say }),
        },
        fresh,
      );
    draw();
    dark.onchange = draw;
    calm.onchange = draw;
  }

  const pressed = () => (next) => (given) => {
    const asked = given.cardAction.value?.guichet;
    if (asked === 'print') printCard();
    else if (asked === 'link') void privateLink.open();
    else next(given);
  };

  function arriving(action, next) {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : null;
    if (activity === null) return next(action);
    const done = next({ ...action, payload: { ...action.payload, activity: shownActivity(activity, texts) } });
    if (activity.type === 'message') standsThere(activity, next);
    return done;
  }

  function standsThere(activity, next) {
    const { from, channelData, suggestedActions } = activity;
    const clientActivityID = channelData?.clientActivityID;
    const handover = channelData?.guichet?.handover;
    if (handover) reference = `${texts.reference} ${handover.reference}`;
    if (from.role === 'user') {
      talking();
      if (clientActivityID)
        next({ type: 'DIRECT_LINE/POST_ACTIVITY_FULFILLED', meta: { clientActivityID }, payload: { activity } });
    }
    composer.offer(from.role === 'user' ? [] : (suggestedActions?.actions ?? []));
    readFromAnswer();
    settle();
  }

  /** What the page said before Web Chat was there makes room for it. */
  function settle() {
    const fresh = place.querySelector('.webchat[data-arriving]');
    if (!fresh) return;
    requestAnimationFrame(() => {
      for (const child of [...place.children]) if (child !== fresh) child.remove();
      delete fresh.dataset.arriving;
      place.setAttribute('aria-busy', 'false');
    });
  }

  function heard(activity) {
    unread.heard(positionOf(activity), activity.from?.id === 'desk');
  }

  /** Connecting, gone, ended: 404 is a conversation that was erased, or whose link was taken back. */
  function lineIs(state) {
    if (state === 'up') return void (notice.hold(null), queue.nudge());
    if (state === 'down') return void notice.hold(queue.waiting().length > 0 ? texts.waiting : texts.offline);
    kept.forget();
    leave();
    notice.hold(texts.ended);
  }

  function waits(does) {
    notice.hold(does ? texts.waiting : null);
  }

  /** What the server took comes back over the line at once; where it does not, the line is dead without a word. */
  function echoSoon({ id }) {
    setTimeout(() => {
      const stands = store
        ?.getState()
        .activities.some(({ channelData, id: known }) => known && channelData?.clientActivityID === id);
      if (!stands) feed?.nudge();
    }, 2500);
  }

  function refused({ text }, status) {
    if (status === 404) return lineIs('ended');
    notice.say(texts.refused);
    composer.box.value ||= text;
  }

  function say(text) {
    const message = queue.add(text);
    if (back.isOpen()) return back.ask();
    talking();
    if (store === null) standIn(text);
    else pending(message);
    void begin().then(queue.flush);
  }

  /** What stands around the conversation may fold away. */
  function talking() {
    document.body.classList.add('talking');
    if (kept.read()?.talked !== true) kept.write({ talked: true });
  }

  function pending({ id, text }) {
    const meta = { clientActivityID: id, method: 'keyboard' };
    const activity = {
      type: 'message',
      text,
      textFormat: 'plain',
      from: { role: 'user', id: 'me' },
      channelData: meta,
    };
    activity.localTimestamp = new Date().toISOString();
    composer.offer([]);
    store.dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY_PENDING', meta, payload: { activity } });
    readFromAnswer();
  }

  /** Web Chat is on its way. */
  function standIn(text) {
    const said = document.createElement('p');
    said.className = 'question';
    said.textContent = text;
    place.querySelector('.before')?.append(said);
    said.scrollIntoView({ block: 'nearest' });
  }

  /** What was not sent yet is no part of what is forgotten. */
  function forget() {
    const waiting = queue.waiting();
    kept.forget();
    if (waiting.length > 0) kept.write({ waiting, at: Date.now() });
    location.reload();
  }

  function leave() {
    feed?.end();
    line.leave();
    feed = null;
    beginning = null;
    store = null;
    composer.offer([]);
    place.replaceChildren(greeted.cloneNode(true));
  }

  function failed() {
    notice.hold(texts.failed);
    // The form is a page of its own as well.
    const [message] = queue.waiting();
    if (!message || window.WebChat) return;
    kept.write({ waiting: [] });
    composer.box.value = message.text;
    composer.box.form.submit();
  }
})();
