// "Mail me this": an address, then the code that was mailed to it. Speaks through the chat's own line, which is announced.
(() => {
  const panel = document.getElementById('mail-me');
  if (!panel) return;
  const room = document.querySelector('.chat');
  const button = room.querySelector('[data-tool="mail"]');
  const { language, texts } = JSON.parse(document.getElementById('webchat').dataset.settings);
  const forms = { address: document.getElementById('mail-to'), code: document.getElementById('mail-confirm') };
  let address = '';

  button.addEventListener('click', () => {
    button.closest('details')?.removeAttribute('open');
    open(panel.hidden);
  });
  panel.querySelector('[data-mail="again"]').addEventListener('click', () => show('address'));
  forms.address.addEventListener('submit', (event) => {
    event.preventDefault();
    address = new FormData(forms.address).get('address').trim();
    void step('address', { address, language }, () => {
      show('code');
      notice('mail-code-sent');
    });
  });
  forms.code.addEventListener('submit', (event) => {
    event.preventDefault();
    const code = new FormData(forms.code).get('code').replace(/\s/g, '');
    void step('code', { address, language, code }, () => {
      open(false);
      (button.closest('details')?.querySelector('summary') ?? button).focus();
      notice('mail-sent');
    });
  });

  function open(isOpen) {
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    for (const form of Object.values(forms)) form.reset();
    show('address');
  }

  /** One step at a time, with the focus in its field. */
  function show(name) {
    for (const [each, form] of Object.entries(forms)) form.hidden = each !== name;
    const field = forms[name].querySelector('input');
    field.removeAttribute('aria-invalid');
    if (!panel.hidden) field.focus();
  }

  /** The same press again while one is under way would ask for a second code. */
  async function step(name, body, done) {
    const send = forms[name].querySelector('button');
    if (send.getAttribute('aria-disabled') === 'true') return;
    send.setAttribute('aria-disabled', 'true');
    const status = await post(body);
    send.removeAttribute('aria-disabled');
    if (status === 202) return done();
    const field = forms[name].querySelector('input');
    notice(problems[status] ?? 'mail-failed');
    if (status === 400 || status === 403) field.setAttribute('aria-invalid', 'true');
    field.select();
    field.focus();
  }

  const problems = { 403: 'mail-wrong-code', 422: 'mail-nothing', 429: 'mail-later' };

  /** The token of a moment ago may have expired: a new one is asked for. The address stands in no URL and is not kept here. */
  async function post(body) {
    const headers = { 'content-type': 'application/json' };
    try {
      const taken = await fetch('/v3/directline/tokens/generate', {
        method: 'POST',
        headers,
        body: JSON.stringify({ resume: keptHere.read()?.resume }),
      });
      const { token } = await taken.json();
      const sent = await fetch('/mail-me', {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return sent.status;
    } catch {
      return 0;
    }
  }

  function notice(key) {
    room.querySelector('.chat-notice').textContent = texts[key];
  }
})();
