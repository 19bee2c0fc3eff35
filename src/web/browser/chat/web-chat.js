// Microsoft's Web Chat in the chat's place: fetched once, drawn behind what stands there until it has something to show.
const createWebChat = ({ place, settings, look, middleware, texts, shows }) => {
  const { locale, nonce, webChat } = settings;
  let store = null;
  let fetching = null;

  return { fetch, draw, pending, leave, stands: () => store !== null };

  function fetch() {
    if (window.WebChat) return Promise.resolve();
    return (fetching ??= new Promise((loaded, failed) => {
      const script = document.createElement('script');
      Object.assign(script, { src: webChat, nonce });
      script.onload = () => loaded();
      script.onerror = () => {
        script.remove();
        fetching = null;
        failed(new Error('webchat'));
      };
      document.head.append(script);
    }));
  }

  function draw(feed) {
    const fresh = document.createElement('div');
    fresh.className = 'webchat';
    fresh.dataset.arriving = '';
    place.append(fresh);
    const last = feed.last();
    store = window.WebChat.createStore({}, () => (next) => (action) => arriving(action, next, last));
    const render = () =>
      window.WebChat.renderWebChat(
        {
          directLine: feed,
          store,
          locale,
          dir: document.documentElement.dir,
          nonce,
          ...middleware,
          styleOptions: look(),
        },
        fresh,
      );
    render();
    return render;
  }

  function arriving(action, next, last) {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : null;
    if (activity === null) return next(action);
    const done = next({ ...action, payload: { ...action.payload, activity: shownActivity(activity, texts) } });
    if (activity.type !== 'message') return done;
    const clientActivityID = activity.channelData?.clientActivityID;
    if (activity.from.role === 'user' && clientActivityID)
      next({ type: 'DIRECT_LINE/POST_ACTIVITY_FULFILLED', meta: { clientActivityID }, payload: { activity } });
    if (positionOf(activity) >= last) settle();
    return done;
  }

  /** What stood there before makes room for it. */
  function settle() {
    const fresh = place.querySelector('.webchat[data-arriving]');
    if (!fresh) return;
    requestAnimationFrame(() => {
      const held = !fresh.contains(document.activeElement) && place.contains(document.activeElement);
      for (const child of [...place.children]) if (child !== fresh) child.remove();
      delete fresh.dataset.arriving;
      place.setAttribute('aria-busy', 'false');
      if (held) place.focus({ preventScroll: true });
      shows();
    });
  }

  /** Said, and not back from the server yet. */
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
    store.dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY_PENDING', meta, payload: { activity } });
  }

  function leave() {
    store = null;
  }
};
