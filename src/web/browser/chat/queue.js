// What the student wrote, until the server has it: each message has one id, so that it is answered once however often it is
// sent, and waits on this device over a lost line, a reload, a server that restarts.
const createQueue = ({ line, kept, waits, taken, refused }) => {
  let sending = false;
  let wake = () => {};
  addEventListener('online', () => wake());

  return {
    waiting,
    flush,
    nudge: () => wake(),
    add(text) {
      const message = { id: `m-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`, text };
      kept.write({ waiting: [...waiting(), message] });
      return message;
    },
  };

  function waiting() {
    return kept.read()?.waiting ?? [];
  }

  async function flush() {
    if (sending) return;
    sending = true;
    for (let tries = 0; waiting().length > 0;) {
      const [message] = waiting();
      const slow = setTimeout(() => waits(true), 2500);
      const outcome = await deliver(message);
      clearTimeout(slow);
      if (outcome === 'again') {
        waits(true);
        tries += 1;
        await pause(Math.min(10_000, 500 * 2 ** tries));
        continue;
      }
      tries = 0;
      kept.write({ waiting: waiting().filter(({ id }) => id !== message.id) });
      waits(false);
      if (outcome === 'taken') taken(message);
      else refused(message, outcome);
    }
    sending = false;
  }

  /** `taken`, `again`, or the status with which it was refused for good. */
  async function deliver({ id, text }) {
    try {
      await line.post({
        type: 'message',
        text,
        locale: document.documentElement.lang,
        channelData: { clientActivityID: id },
      });
      return 'taken';
    } catch ({ status }) {
      return [400, 404, 413, 415, 422].includes(status) ? status : 'again';
    }
  }

  function pause(milliseconds) {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      wake = () => (clearTimeout(timer), done());
    });
  }
};
