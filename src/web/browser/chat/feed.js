// What is said in the conversation, as it comes: over a WebSocket, or asked for where there is none. Speaks to Web Chat as a
// Direct Line client does (activity$, connectionStatus$); comes back by itself as soon as there is a line.
const createFeed = ({ line, stream, heard, state }) => {
  const said = [];
  const listeners = new Set();
  let watermark = 0;
  let socket = null;
  let wake = () => {};
  let over = false;

  addEventListener('online', nudge);
  addEventListener('offline', nudge);

  return {
    activity$: { subscribe },
    connectionStatus$: { subscribe: (to) => (to.next(2), { unsubscribe: () => {} }) },
    get token() {
      return line.token();
    },
    follow,
    nudge,
    end,
    /** How far it was heard. */
    last: () => positionOf(said.findLast(({ type }) => type === 'message') ?? {}),
    /** Whether what was sent under the id is back. */
    knows: (id) => said.some(({ channelData }) => channelData?.clientActivityID === id),
    /** Cards may post; what is said goes the way of everything that is said. */
    postActivity: () => ({ subscribe: ({ complete }) => (complete?.(), { unsubscribe: () => {} }) }),
  };

  /** Whoever listens later hears all from the beginning: Web Chat knows an activity by its id. */
  function subscribe({ next }) {
    listeners.add(next);
    said.forEach((activity) => next(activity));
    return { unsubscribe: () => listeners.delete(next) };
  }

  async function follow() {
    for (let tries = 0; !over; tries += 1) {
      try {
        const { streamUrl } = await line.reconnect(watermark);
        state('up');
        tries = 0;
        await (stream && streamUrl ? overSocket(streamUrl) : asking());
      } catch (problem) {
        if (problem.status === 404) return state('ended');
        if (problem.status === 403 && tries > 0) return state('ended');
      }
      if (over) return;
      state('down');
      await pause(Math.min(10_000, 500 * 2 ** tries));
    }
  }

  /** Until the socket closes, whoever closes it. */
  function overSocket(url) {
    return new Promise((closed) => {
      socket = new WebSocket(url);
      // Some networks drop a line that is silent.
      const alive = setInterval(() => socket?.readyState === 1 && socket.send(''), 20_000);
      socket.onmessage = ({ data }) => data && take(JSON.parse(data));
      socket.onclose = () => {
        clearInterval(alive);
        socket = null;
        closed();
      };
    });
  }

  async function asking() {
    while (!over) {
      take(await line.since(watermark));
      await pause(1000);
    }
  }

  function take(set) {
    if (set.watermark) watermark = Number(set.watermark);
    for (const activity of set.activities) {
      said.push(activity);
      for (const next of listeners) next(activity);
      heard(activity);
    }
  }

  function pause(milliseconds) {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => (clearTimeout(timer), done());
    });
  }

  /** The line may be back, or gone without a word: look now. */
  function nudge() {
    socket?.close();
    wake();
  }

  function end() {
    over = true;
    nudge();
  }
};
