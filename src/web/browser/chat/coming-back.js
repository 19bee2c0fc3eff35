// After a day somebody else may sit here: what the device keeps is named, and shown when it is asked for.
const createComingBack = ({ panel, kept, line, unread, language, texts }) => {
  const aDay = 24 * 3600_000;
  const said = panel.querySelector('p');
  const button = (name, act) => panel.querySelector(`[data-back="${name}"]`).addEventListener('click', act);

  return {
    rests() {
      const state = kept.read();
      return state !== null && Date.now() - (state.at ?? 0) > aDay;
    },
    /** The choice comes first: what is written meanwhile waits for it. */
    isOpen: () => !panel.hidden,
    ask: () => panel.querySelector('button').focus(),
    offer({ show, anew }) {
      const day = writtenDay(new Date(kept.read().at ?? 0), language);
      said.textContent = texts['back-kept'].replace('{day}', day);
      panel.hidden = false;
      button('show', () => leave(show));
      button('forget', () => leave(anew));
      void countUnread();
    },
  };

  function leave(act) {
    panel.hidden = true;
    act();
  }

  async function countUnread() {
    const { read = 0 } = kept.read();
    const { activities } = await line.since(read).catch(() => ({ activities: [] }));
    const fresh = activities.filter(({ from }) => from?.id === 'desk').map(positionOf);
    if (fresh.length === 0) return;
    const badge = panel.querySelector('.badge');
    badge.textContent = texts['back-unread'].replace('{count}', String(fresh.length));
    badge.hidden = false;
    unread.add(fresh);
  }
};
