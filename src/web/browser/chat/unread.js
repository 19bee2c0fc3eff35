// What a colleague wrote while nobody looked: counted in the page's title, and told to the page around the frame.
const createUnread = ({ kept }) => {
  const title = document.title;
  const unread = new Set();
  let shown = parent === window;

  document.addEventListener('visibilitychange', look);
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || typeof data?.guichetShown !== 'boolean') return;
    shown = data.guichetShown;
    look();
  });

  return {
    /** @param position in the conversation */
    heard(position, fromPerson) {
      if (position <= (kept.read()?.read ?? 0)) return;
      if (fromPerson) unread.add(position);
      if (looking()) {
        kept.write({ read: position, at: Date.now() });
        for (const each of unread) if (each <= position) unread.delete(each);
      }
      tell();
    },
    add: (positions) => (positions.forEach((each) => unread.add(each)), tell()),
    look,
  };

  function looking() {
    return shown && document.visibilityState === 'visible';
  }

  function look() {
    if (!looking() || kept.read() === null) return;
    kept.write({ read: Math.max(kept.read().read ?? 0, ...unread), at: Date.now() });
    unread.clear();
    tell();
  }

  function tell() {
    document.title = unread.size > 0 ? `(${unread.size}) ${title}` : title;
    if (parent !== window) parent.postMessage({ guichetUnread: unread.size }, '*');
  }
};

/** `name|0000012`: the conversation's twelfth. */
const positionOf = ({ id }) => Number(id?.split('|')[1] ?? 0);
