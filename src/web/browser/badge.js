// In a hidden frame on a school's page: whether a colleague wrote since the student last looked. Nothing is shown here.
(() => {
  const line = createLine({ locale: '', kept: keptHere });
  void look();
  setInterval(look, 60_000);

  async function look() {
    const state = keptHere.read();
    if (!state?.resume || document.visibilityState !== 'visible') return;
    const { activities } = await line.since(state.read ?? 0).catch(() => ({ activities: [] }));
    const fresh = activities.filter(({ from }) => from?.id === 'desk');
    parent.postMessage({ guichetUnread: fresh.length }, '*');
  }
})();
