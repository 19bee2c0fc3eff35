// The page's chat over our own Direct Line, in the page's language. Every sentence comes from the page (data-settings); nothing
// is loaded from elsewhere. The files beside it come first: the server sends them as one script (web/assets.ts). What is said is
// sent and shown at once; Web Chat is fetched when somebody touches the chat or has a conversation to come back to, and behind
// an answer that is waited for.
(() => {
  const room = document.querySelector('.chat');
  const place = document.getElementById('webchat');
  const settings = JSON.parse(place.dataset.settings);
  const { locale, language, stream, texts } = settings;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const kept = keptHere;
  const line = createLine({ locale, language, kept });
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
  const webChat = createWebChat({
    place,
    settings,
    texts,
    look: () => styleOfPage(calm),
    middleware: {
      cardActionMiddleware: pressed,
      attachmentForScreenReaderMiddleware: spokenCard,
      overrideLocalizedStrings: wordsThatHold(texts),
      activityStatusMiddleware: answerIcons({ texts, language, say: composer.press, notice: notice.say }),
    },
    shows: readFromAnswer,
  });
  let plain = createPlainTalk(place);
  let feed = null;
  let beginning = null;
  let furnishing = null;
  let failures = 0;
  const mostFailures = 3;
  const failedPause = 2000;
  /** An answer is waited for: what comes then is done when it is there. */
  let answered = null;
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
  const opens = () => void furnish();
  room.addEventListener('focusin', ({ target }) => target === composer.box && !back.isOpen() && opens());
  if (back.rests()) back.offer({ show: opens, anew: forget });
  else if (kept.read() !== null) opens();

  function begin() {
    return (beginning ??= start());
  }

  async function start() {
    while (!(await opened())) await pause(3000);
    if (kept.blocked) notice.say(texts.blocked);
    feed = createFeed({ line, stream, heard, state: lineIs });
    void feed.follow();
    void queue.flush();
  }

  async function opened() {
    try {
      await line.open();
      await line.turn();
      return true;
    } catch {
      notice.hold(queue.waiting().length > 0 ? texts.waiting : texts.offline);
      return false;
    }
  }

  /** Who asked before it came reads the answer first: both would share a slow line, and a slow processor. */
  function furnish() {
    return (furnishing ??= begin()
      .then(() => answered?.promise.then(() => pause(300)))
      .then(webChat.fetch)
      .then(stand)
      .catch(furnishLater));
  }

  /** A line that is gone comes back, and a server that starts anew is there in a moment. */
  function furnishLater() {
    furnishing = null;
    if (!navigator.onLine) return addEventListener('online', furnish, { once: true });
    failures += 1;
    if (failures < mostFailures) setTimeout(furnish, failedPause);
    else notice.say(texts.failed);
  }

  function stand() {
    if (feed === null || webChat.stands()) return;
    const draw = webChat.draw(feed);
    dark.onchange = draw;
    calm.onchange = draw;
    for (const message of queue.waiting()) webChat.pending(message);
  }

  /** A link names its conversation behind the #: it is taken up, and does not stay in the address. */
  function takeUpFromLink() {
    const [, resume] = /^#continue=([\w.-]+)$/.exec(location.hash) ?? [];
    if (!resume) return;
    kept.forget();
    kept.write({ resume, at: Date.now() });
    history.replaceState(null, '', location.pathname + location.search);
  }

  function pressed() {
    return (next) => (given) => {
      const asked = given.cardAction.value?.guichet;
      if (asked === 'print') printCard();
      else if (asked === 'link') void privateLink.open();
      else next(given);
    };
  }

  /** Once for each that comes over the line. */
  function heard(activity) {
    const { type, from, channelData, suggestedActions } = activity;
    unread.heard(positionOf(activity), from?.id === 'desk');
    if (type !== 'message') return;
    const handover = channelData?.guichet?.handover;
    if (handover) reference = `${texts.reference} ${handover.reference}`;
    if (from.role === 'user') talking();
    else if (positionOf(activity) > greetingAt) answered?.resolve();
    composer.offer(from.role === 'user' ? [] : (suggestedActions?.actions ?? []));
    if (!webChat.stands()) plain.heard(shownActivity(activity, texts));
    readFromAnswer();
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
    setTimeout(() => feed?.knows(id) || feed?.nudge(), 2500);
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
    composer.offer([]);
    if (webChat.stands()) webChat.pending(message);
    else plain.said(message);
    readFromAnswer();
    if (!webChat.stands()) wait();
    void begin().then(queue.flush);
    void furnish();
  }

  function wait() {
    answered = Promise.withResolvers();
    // What takes longer than this takes long for another reason.
    setTimeout(answered.resolve, 4000);
  }

  /** What stands around the conversation may fold away. */
  function talking() {
    document.body.classList.add('talking');
    if (kept.read()?.talked !== true) kept.write({ talked: true });
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
    webChat.leave();
    feed = null;
    beginning = null;
    furnishing = null;
    composer.offer([]);
    place.replaceChildren(greeted.cloneNode(true));
    plain = createPlainTalk(place);
  }

  function pause(milliseconds) {
    return new Promise((done) => setTimeout(done, milliseconds));
  }
})();
