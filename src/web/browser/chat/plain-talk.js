// The conversation as the page shows it by itself, until Web Chat is there: what is said, its cards, what is folded.
const createPlainTalk = (place) => {
  const shown = new Set();

  return { said, heard };

  /** @param id by which it is known when it comes back over the line */
  function said({ id, text }) {
    if (shown.has(id)) return;
    shown.add(id);
    const question = document.createElement('p');
    question.className = 'question';
    question.textContent = text;
    append(question);
  }

  function heard({ id, type, from, text, locale, channelData, attachments = [] }) {
    if (type !== 'message' || shown.has(id)) return;
    shown.add(id);
    if (from.role === 'user') return said({ id: channelData?.clientActivityID ?? id, text });
    // The page greeted already.
    if (positionOf({ id }) <= greetingAt) return;
    const reply = document.createElement('div');
    Object.assign(reply, { className: 'reply prose', lang: locale ?? '', dir: 'auto' });
    reply.append(...plainWords(text ?? ''), ...attachments.map(({ content }) => plainCard(content)));
    append(reply);
  }

  function append(element) {
    place.querySelector('.before')?.append(element);
  }
};

/** A conversation begins with its opening and the greeting. */
const greetingAt = 2;

function plainCard({ body, actions = [] }) {
  const card = document.createElement('section');
  card.className = 'card';
  card.append(...plainParts(body));
  for (const { title, card: inner } of actions) if (inner) card.append(plainFold(title, plainParts(inner.body)));
  return card;
}

/** What opens stands behind the button that opens it. */
function plainParts(parts) {
  return parts.flatMap((part, at) => {
    if (part.type === 'ActionSet') return [];
    if (part.type === 'Container') return [plainFold(parts[at - 1].actions[0].title, plainParts(part.items))];
    if (part.type === 'FactSet')
      return [
        labelled(
          'facts',
          part.facts.map(({ title, value }) => [[title], value]),
        ),
      ];
    if (part.type === 'ColumnSet') return [plainLine(part)];
    if (part.style === 'heading') return [Object.assign(document.createElement('h3'), { textContent: part.text })];
    return plainWords(part.text);
  });
}

function plainLine({ columns: [label, amount], separator }) {
  const line = labelled('bill', [[label.items.map(({ text }) => text), amount.items[0].text]]);
  if (separator) for (const part of line.children) part.className = 'total';
  return line;
}

function labelled(className, rows) {
  const list = Object.assign(document.createElement('dl'), { className });
  for (const [[label, note], value] of rows) {
    const name = written('dt', label);
    if (note) name.append(Object.assign(written('span', note), { className: 'note' }));
    list.append(name, written('dd', value));
  }
  return list;
}

function plainFold(title, inside) {
  const fold = document.createElement('details');
  fold.append(Object.assign(document.createElement('summary'), { textContent: title }), ...inside);
  return fold;
}
