// What is pressed around the conversation, and what the page around the frame asks for.
const wireTools = ({ room, place, press, say, paper, ...tools }) => {
  for (const button of document.querySelectorAll('[data-ask]'))
    button.addEventListener('click', (event) => (event.preventDefault(), press(button.dataset.ask)));
  for (const [name, act] of Object.entries({ ...tools, print: () => print() }))
    room.querySelector(`[data-tool="${name}"]`)?.addEventListener('click', (event) => {
      event.currentTarget.closest('details')?.removeAttribute('open');
      act();
    });
  addEventListener('beforeprint', () => readyForPaper(place, paper()));
  // A link that is opened where the chat is already.
  addEventListener('hashchange', () => location.hash.startsWith('#continue=') && location.reload());
  if (parent !== window) wireFrame(say);
  else rememberLanguage();
};

/** In the frame on a school's page: the page around it closes the panel, and may ask. */
function wireFrame(say) {
  const close = () => parent.postMessage('guichet:close', '*');
  document.querySelector('[data-close]')?.addEventListener('click', close);
  addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  addEventListener('message', ({ source, data }) => {
    if (source === parent && typeof data?.guichetAsk === 'string') say(data.guichetAsk);
  });
  parent.postMessage('guichet:ready', '*');
}

/** The language that was chosen is that of the next visit. An address that names one is taken at its word. */
function rememberLanguage() {
  for (const link of document.querySelectorAll('a[hreflang][href^="/"]'))
    link.addEventListener('click', () => keptHere.language(link.hreflang));
  const chosen = keptHere.language();
  const spoken = [...document.querySelectorAll('.languages a')].map(({ hreflang }) => hreflang);
  const named = location.pathname !== '/' || location.search !== '';
  if (!named && spoken.includes(chosen) && chosen !== document.documentElement.lang)
    location.replace(`/${chosen}${location.hash}`);
}
