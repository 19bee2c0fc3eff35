// What this device keeps: the key of the conversation, when it was last looked at, how far it was read, what waits to be sent.
// All tabs of the site share it. A page that may store nothing keeps it as long as it is open.
const keptHere = (() => {
  const name = 'guichet.conversation';
  const place = usable();
  let volatile = null;
  takeOverFromTab();

  return {
    blocked: place === null,
    read,
    write: (changes) => store({ ...read(), ...changes }),
    forget: () => store(null),
    /** The one that was chosen last; `chosen` is kept. */
    language(chosen) {
      if (chosen) place?.setItem('guichet.language', chosen);
      return place?.getItem('guichet.language') ?? null;
    },
    /** Another tab took up, changed or forgot the conversation. */
    onChange: (hear) =>
      addEventListener('storage', ({ key }) => {
        if (key === name || key === null) hear(read());
      }),
  };

  function read() {
    if (place === null) return volatile;
    try {
      return JSON.parse(place.getItem(name) ?? 'null');
    } catch {
      return null;
    }
  }

  function store(state) {
    volatile = state;
    if (state === null) place?.removeItem(name);
    else place?.setItem(name, JSON.stringify(state));
  }

  /** Storage may be there and refuse. */
  function usable() {
    try {
      localStorage.setItem('guichet.tried', 'yes');
      localStorage.removeItem('guichet.tried');
      return localStorage;
    } catch {
      return null;
    }
  }

  /** Until 2026 a tab kept the key for itself. */
  function takeOverFromTab() {
    if (place === null) return;
    const old = sessionStorage.getItem(name);
    if (old !== null && read() === null) store({ ...JSON.parse(old), at: Date.now() });
    sessionStorage.removeItem(name);
  }
})();
