// The conversation's way to the server: its tokens, what was said in it, its private links.
const createLine = ({ locale, language, kept }) => {
  const api = `${location.origin}/v3/directline`;
  /** A token lives half an hour. */
  const fresh = 20 * 60_000;
  let held = null;
  let opening = null;

  return {
    /** Takes up the conversation that the device keeps, or begins one. The same for all that ask meanwhile. */
    open: () => once(async () => (await takenUp()) || (await begun())),
    reconnect,
    since: async (watermark) => call('GET', `${await at()}/activities?watermark=${watermark}`),
    turn,
    post: async (activity) => call('POST', `${await at()}/activities`, activity),
    link: async () => call('POST', `${await at()}/link`, {}),
    endLinks: async () => call('POST', `${await at()}/link/end`, {}),
    leave: () => (held = null),
    token: () => held?.token,
    conversation: () => held?.conversationId,
  };

  /** Renews the token in time. Never begins a conversation: one that is over is said to be (404). */
  async function at() {
    if (held === null || Date.now() - held.at > fresh) {
      await once(async () => {
        if (!(await takenUp())) throw Object.assign(new Error('over'), { status: 404 });
      });
    }
    return `/conversations/${held.conversationId}`;
  }

  function once(act) {
    return (opening ??= exclusively(act).finally(() => (opening = null)));
  }

  async function takenUp() {
    const resume = kept.read()?.resume;
    if (!resume) return false;
    try {
      held = null;
      const given = await call('POST', '/tokens/generate', { resume });
      // Forgotten while it was asked for: it does not come back.
      if (!kept.read()?.resume) return false;
      hold(given);
      held.stream = await call('GET', `/conversations/${held.conversationId}`);
      return true;
    } catch (problem) {
      if (problem.status !== 403 && problem.status !== 404) throw problem;
      held = null;
      // What waits to be sent is asked in the next conversation.
      const { waiting = [] } = kept.read() ?? {};
      kept.forget();
      kept.write({ waiting });
      return false;
    }
  }

  async function begun() {
    held = null;
    const opened = await call('POST', '/conversations', { locale });
    hold(opened);
    held.stream = opened;
    kept.write({ read: 0, at: Date.now(), language });
    return true;
  }

  /** The page is in another language than the conversation: what was said last is said in it, and what is asked. */
  async function turn() {
    const { language: spoken } = kept.read() ?? {};
    if (spoken === language) return;
    if (spoken) {
      const id = `l-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
      const about = { type: 'event', name: 'guichet/language', value: language, channelData: { clientActivityID: id } };
      await call('POST', `${await at()}/activities`, about);
    }
    kept.write({ language });
  }

  /** Who may read now, and where what is new streams from: of the beginning that was said when the conversation was opened. */
  async function reconnect(watermark) {
    const path = await at();
    const { stream } = held;
    held.stream = null;
    return watermark === 0 && stream ? stream : call('GET', `${path}?watermark=${watermark}`);
  }

  function hold({ conversationId, token, resume }) {
    held = { conversationId, token, at: Date.now() };
    kept.write({ resume, conversation: conversationId });
  }

  async function call(method, path, body) {
    const response = await fetch(api + path, {
      method,
      headers: {
        ...(held && { authorization: `Bearer ${held.token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    // An expired token is renewed by whoever asks next.
    if (response.status === 403 && held) held.at = 0;
    throw Object.assign(new Error(String(response.status)), { status: response.status });
  }

  /** Two tabs that open at once begin one conversation. */
  function exclusively(act) {
    return navigator.locks ? navigator.locks.request('guichet.open', act) : act();
  }
};
