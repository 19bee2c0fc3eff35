// j and k go to the next and the one before, where a page has them; a button may name a key of its own. Nothing of the staff
// room needs a script.
const keys = { j: 'a[rel="next"]', k: 'a[rel="prev"]', c: 'button[data-key="c"]' };

document.addEventListener('keydown', (event) => {
  const wanted = keys[event.key];
  if (wanted === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
  document.querySelector(`main ${wanted}`)?.click();
});

// What is still going on is looked at again by itself; what was opened stays open.
async function refresh() {
  const waiting = document.querySelector('main [data-refresh]');
  if (waiting === null) return;
  await new Promise((resolve) => setTimeout(resolve, Number(waiting.dataset.refresh) * 1000));
  const typing = document.activeElement?.closest('main input, main textarea, main select');
  const answer = document.hidden || typing ? null : await fetch(location.href).catch(() => null);
  if (answer?.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    const main = document.querySelector('main');
    const nameOf = (details) => details.querySelector('summary')?.textContent;
    const open = new Set([...main.querySelectorAll('details[open]')].map(nameOf));
    main.replaceChildren(...fresh.childNodes);
    for (const details of main.querySelectorAll('details')) details.open = open.has(nameOf(details));
  }
  void refresh();
}
void refresh();

// Judging by keyboard: a verdict is a key, then a reason and the right answer where it was not right; z takes the last one back.
function review() {
  const list = document.querySelector('[data-review]');
  if (list === null) return;
  const turns = [...list.querySelectorAll('form[data-turn]')];
  const left = document.getElementById('left');
  const verdicts = { r: 'right', w: 'wrong', u: 'unclear' };
  const done = [];
  let at = 0;
  let stage = 'verdict';

  const pick = (form, name, value) => {
    const input = [...form.elements].find((field) => field.name === name && field.value === value);
    if (input !== undefined) input.checked = true;
    return input !== undefined;
  };
  const show = () => {
    turns.forEach((form, index) => form.closest('li').classList.toggle('current', index === at));
    const form = turns[at];
    if (form === undefined) return;
    form.dataset.stage = stage;
    form.closest('li').scrollIntoView({ block: 'nearest' });
    left.textContent = turns.filter(({ dataset }) => dataset.done === undefined).length;
  };
  const next = () => {
    stage = 'verdict';
    at = turns.findIndex(({ dataset }, index) => index > at && dataset.done === undefined);
    if (at < 0) at = turns.findIndex(({ dataset }) => dataset.done === undefined);
    show();
    if (at < 0) left.textContent = 0;
  };
  const send = async (form, path, more) => {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries({ quietly: 'yes', ...more })) body.set(name, value);
    const answer = await fetch(path, { method: 'POST', body }).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };
  const keep = (form) => {
    form.dataset.done = 'yes';
    form.closest('li').classList.add('judged');
    const sent = send(form, form.action, {});
    done.push({ form, sent });
    // What was not kept stands open again.
    void sent.then((answer) => {
      if (answer !== null) return;
      delete form.dataset.done;
      form.closest('li').classList.remove('judged');
      show();
    });
    next();
  };
  const undo = async () => {
    const last = done.pop();
    if (last === undefined) return;
    await last.sent;
    if ((await send(last.form, '/staff/review/undo', {})) === null) return;
    delete last.form.dataset.done;
    last.form.closest('li').classList.remove('judged');
    last.form.reset();
    at = turns.indexOf(last.form);
    stage = 'verdict';
    show();
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('input:not([type="radio"]), textarea, select')) return;
    const form = turns[at];
    if (event.key === 'z') return void undo();
    if (form === undefined) return;
    if (stage === 'verdict' && verdicts[event.key] !== undefined) {
      pick(form, 'verdict', verdicts[event.key]);
      if (event.key === 'r') return keep(form);
      stage = 'reason';
      return show();
    }
    if (stage === 'reason' && /^[0-9]$/.test(event.key)) {
      const reasons = [...form.elements].filter((field) => field.name === 'reason');
      if (event.key !== '0' && reasons[Number(event.key) - 1] === undefined) return;
      if (event.key !== '0') reasons[Number(event.key) - 1].checked = true;
      stage = 'right';
      return show();
    }
    if (stage === 'right' && /^[0-9]$/.test(event.key)) {
      const answers = [...form.elements].filter((field) => field.name === 'right');
      if (event.key !== '0' && answers[Number(event.key) - 1] === undefined) return;
      if (event.key !== '0') answers[Number(event.key) - 1].checked = true;
      return keep(form);
    }
    if (event.key === 'j' || event.key === 'k') {
      stage = 'verdict';
      at = Math.min(turns.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)));
      show();
    }
  });
  show();
}
review();

// What happens elsewhere is told while a page is seen: how much waits, and the parts of the page that went on. Of a field that
// somebody types in nothing is taken away.
async function renew(conversations, all) {
  const named = [...document.querySelectorAll('main [data-live]')];
  const due = named.filter(({ dataset }) => all || dataset.live === '' || conversations.includes(dataset.live));
  if (due.length === 0) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of due) {
    const other = fresh.getElementById(part.id);
    if (other === null || part.contains(document.activeElement) || part.innerHTML === other.innerHTML) continue;
    const open = [...part.querySelectorAll('details')].map((details) => details.open);
    part.replaceChildren(...other.childNodes);
    for (const [at, details] of [...part.querySelectorAll('details')].entries())
      details.open = open[at] ?? details.open;
  }
}

function follow() {
  const badge = document.getElementById('badge');
  if (badge === null) return;
  let events = null;
  const listen = () => {
    // A browser opens few connections to one place: a page that nobody sees keeps none.
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (events === null) {
      events = new EventSource('/staff/events');
      events.addEventListener('changed', (event) => {
        const { waiting, conversations } = JSON.parse(event.data);
        const number = badge.querySelector('b');
        // What went on before the line was open is named by nobody: another number tells of it.
        const isMissed = conversations.length === 0 && number.textContent !== String(waiting);
        number.textContent = waiting;
        badge.hidden = waiting === 0;
        if (isMissed || conversations.length > 0) void renew(conversations, isMissed);
      });
    }
  };
  document.addEventListener('visibilitychange', listen);
  listen();
}
follow();

// What is written and not sent is kept, a moment after the last key.
for (const text of document.querySelectorAll('textarea[data-keep]')) {
  let timer;
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const body = new URLSearchParams(new FormData(text.form));
      body.set('quietly', 'yes');
      void fetch(text.dataset.keep, { method: 'POST', body }).catch(() => null);
    }, 900);
  });
  text.form.addEventListener('submit', () => clearTimeout(timer));
}

// A file is checked as one types, a moment after the last key.
for (const text of document.querySelectorAll('textarea[data-lint]')) {
  const form = text.form;
  const list = form.querySelector('.findings');
  let timer;
  let asked = 0;
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const number = (asked += 1);
      list.textContent = list.dataset.checking;
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(text.dataset.lint, { method: 'POST', body }).catch(() => null);
      if (number !== asked || !answer?.ok) return;
      const { findings } = await answer.json();
      list.textContent = findings.length === 0 ? list.dataset.clean : '';
      const items = document.createElement('ul');
      for (const { line, field, message } of findings) {
        const item = document.createElement('li');
        item.textContent = `${line ?? ''} ${field}: ${message}`;
        items.append(item);
      }
      if (findings.length > 0) list.append(items);
    }, 600);
  });
}

// An answer is looked at as one types, a moment after the last key: what a student would read, and what there is to mend beside
// each field.
for (const form of document.querySelectorAll('form[data-check]')) {
  let timer;
  // One look at a time: what is typed meanwhile is looked at when it is back.
  let looking = false;
  let again = false;
  const look = async () => {
    again = looking;
    if (looking) return;
    looking = true;
    const body = new URLSearchParams(new FormData(form));
    body.set('check', 'yes');
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null);
    const fresh = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
    looking = false;
    if (again) return void look();
    for (const part of form.querySelectorAll('[data-checked]')) {
      const other = fresh.getElementById(part.id);
      if (other !== null && part.innerHTML !== other.innerHTML) part.replaceChildren(...other.childNodes);
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, 700);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}
